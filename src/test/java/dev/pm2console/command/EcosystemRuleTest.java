package dev.pm2console.command;

import static dev.pm2console.command.TestConsole.json;
import static dev.pm2console.command.TestConsole.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.process.AppDefinition;

/// The applications of an ecosystem file obey the rules of a start, all before the first is started.
class EcosystemRuleTest {

    @TempDir
    Path directory;
    private RecordingManager manager;
    private TestConsole console;

    @BeforeEach
    void console() throws IOException {
        for (var script : List.of("a.js", "b.js", "c.js")) {
            write(directory.resolve("apps").resolve(script), "");
        }
        manager = new RecordingManager(directory.resolve("home"));
        console = new TestConsole(manager, directory.resolve("apps"), Map.of());
    }

    private Failure refused(String body) {
        var failure = catchThrowableOfType(CommandException.class, () -> console.ecosystem(json(body))).failure();
        assertThat(manager.launched()).isEmpty();
        return failure;
    }

    private List<String> fields(String body) {
        return ((Failure.InvalidArgument) refused(body)).violations().stream().map(Violation::field).toList();
    }

    private List<String> launched() {
        return manager.launched().stream().map(AppDefinition::name).toList();
    }

    private static Map<String, String> outcomes(Results.EcosystemPlan plan) {
        return plan.apps().stream().collect(Collectors.toMap(Results.Planned::name, Results.Planned::outcome));
    }

    @Test
    void violationsNameTheApplication() {
        assertThat(fields("""
                {apps: [{script: 'a.js'}, {script: '/etc/passwd', max_restarts: -1, env: {status: ''}, uid: 0},
                 {script: 'c.js', node_args: ['-e']}, 5], more: 1}"""))
                .containsExactlyInAnyOrder("apps[1].script", "apps[1].max_restarts", "apps[1].env.status", "apps[1].uid",
                        "apps[2].node_args[0]", "apps[3]", "more");
    }

    @Test
    void appsAreAList() {
        assertThat(fields("{}")).containsExactly("apps");
        assertThat(fields("{apps: []}")).containsExactly("apps");
        assertThat(fields("{apps: {script: 'a.js'}}")).containsExactly("apps");
        assertThat(fields("[{script: 'a.js'}]")).containsExactly("");
    }

    @Test
    void nothingIsStartedWhereOnePathIsWrong() {
        assertThat(refused("{apps: [{script: 'a.js'}, {script: 'nothing.js'}]}"))
                .isInstanceOfSatisfying(Failure.ScriptNotFound.class, it -> assertThat(it.field()).isEqualTo("apps[1].script"));
        assertThat(refused("{apps: [{script: 'a.js'}, {script: 'b.js', cwd: '..'}]}"))
                .isInstanceOfSatisfying(Failure.OutsideAppsRoot.class, it -> assertThat(it.field()).isEqualTo("apps[1].cwd"));
    }

    @Test
    void onlySelectsByName() {
        var plan = console.ecosystem(json("{apps: [{script: 'a.js'}, {script: 'b.js', name: 'bee'}], only: ['bee']}"));

        assertThat(outcomes(plan)).isEqualTo(Map.of("bee", "started"));
        assertThat(launched()).containsExactly("bee");
    }

    @Test
    void onlyNamesApplicationsOfTheFile() {
        assertThat(fields("{apps: [{script: 'a.js'}], only: ['a', 'x']}")).containsExactly("only");
        assertThat(fields("{apps: [{script: 'a.js'}], only: 'a'}")).containsExactly("only");
    }

    @Test
    void aNameIsThereOnce() {
        assertThat(fields("{apps: [{script: 'a.js'}, {script: 'b.js'}, {script: 'c.js', name: 'a'}]}"))
                .containsExactly("apps[2].name");
    }

    @Test
    void aPreviewStartsNothing() {
        var plan = console.ecosystem(json("{apps: [{script: 'a.js'}, {script: 'b.js'}], preview: true}"));

        assertThat(plan.preview()).isTrue();
        assertThat(outcomes(plan)).isEqualTo(Map.of("a", "started", "b", "started"));
        assertThat(manager.launched()).isEmpty();
    }

    @Test
    void whatIsThereIsRefusedIfSoAsked() {
        console.start(json("{script: 'a.js'}"));

        var plan = console.ecosystem(json("{apps: [{script: 'a.js'}, {script: 'b.js'}], onExisting: 'refuse'}"));

        assertThat(outcomes(plan)).isEqualTo(Map.of("a", "refused", "b", "started"));
        assertThat(launched()).containsExactly("a", "b");
    }

    @Test
    void onExistingIsOneOfThree() {
        assertThat(fields("{apps: [{script: 'a.js'}], onExisting: 'delete'}")).containsExactly("onExisting");
        assertThat(fields("{apps: [{script: 'a.js'}], preview: 'yes'}")).containsExactly("preview");
    }
}
