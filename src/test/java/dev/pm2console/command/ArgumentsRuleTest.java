package dev.pm2console.command;

import static dev.pm2console.command.TestConsole.json;
import static dev.pm2console.command.TestConsole.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.pm2console.command.TestConsole.Trial;

/// What a script is started with: its arguments, its interpreter and the interpreter's arguments.
class ArgumentsRuleTest {

    @TempDir
    Path directory;
    private Trial trial;

    @BeforeEach
    void root() {
        trial = new Trial(directory, Map.of());
    }

    private static JsonNode texts(String option, String... texts) {
        var options = JsonNodeFactory.instance.objectNode().put("script", "app.js");
        List.of(texts).forEach(options.putArray(option)::add);
        return options;
    }

    @Test
    void argsAreData() {
        var args = List.of("$(id)", "`id`", ";", "&& rm -rf /", "a\nb", "", " ", "'", "\"", "\\", "-e", "--", "💥", "\u2028");

        assertThat(trial.accepted(texts("args", args.toArray(String[]::new))).options()).containsEntry("args", args);
    }

    @Test
    void argsAsOneTextAreSplitLikeAShellDoes() {
        assertThat(trial.told("args", "{script: 'app.js', args: '--port 80  \"a b\" c\\\\ d $HOME *.js \\'\\' x\"y z\"'}"))
                .isEqualTo(List.of("--port", "80", "a b", "c d", "$HOME", "*.js", "", "xy z"));
        assertThat(trial.violations("{script: 'app.js', args: 'a \"b'}")).containsOnlyKeys("args");
    }

    @ParameterizedTest
    @CsvSource({ "1, args", "true, args", "{}, args", "'[1]', args[0]", "'[\"a\", null]', args[1]", "'[[]]', args[0]" })
    void argsAreTexts(String args, String field) {
        assertThat(trial.violations("{script: 'app.js', args: " + args + "}")).containsOnlyKeys(field);
    }

    @Test
    void thereAreAtMost100Args() {
        var many = IntStream.range(0, 101).mapToObj(Integer::toString).toArray(String[]::new);

        assertThat(trial.violations(texts("args", many))).containsOnlyKeys("args");
        assertThat(trial.accepted(texts("args", List.of(many).subList(0, 100).toArray(String[]::new))).name()).isEqualTo("app");
    }

    @Test
    void argsHaveAtMost8KiBTogether() {
        assertThat(trial.accepted(texts("args", "x".repeat(4096), "ä".repeat(2048))).name()).isEqualTo("app");
        assertThat(trial.violations(texts("args", "x".repeat(4096), "ä".repeat(2048), "x"))).containsOnlyKeys("args");
    }

    @ParameterizedTest
    @ValueSource(strings = { "\0", "a\0b", "\ud800" })
    void argsHaveNoNul(String arg) {
        assertThat(trial.violations(texts("args", "a", arg))).containsOnlyKeys("args[1]");
    }

    @ParameterizedTest
    @ValueSource(strings = { "--max-old-space-size=256", "--max-semi-space-size=16", "--enable-source-maps", "--no-warnings",
            "--disable-warning=DEP0001", "--trace-warnings", "--trace-uncaught", "--unhandled-rejections=strict",
            "--stack-trace-limit=50" })
    void harmlessNodeArgsAreAllowed(String arg) {
        assertThat(trial.accepted(texts("node_args", arg)).options()).containsEntry("node_args", List.of(arg));
        assertThat(trial.accepted(texts("interpreter_args", arg)).options()).containsEntry("node_args", List.of(arg));
    }

    @ParameterizedTest
    @ValueSource(strings = { "-e", "-e=1", "--eval", "--eval=1", "-p", "-pe", "--print=1", "-c", "-i", "-", "--", "", "app.js",
            "256", "--inspect", "--inspect=9229", "--inspect-brk", "--loader=./x.mjs", "--experimental-loader=x",
            "--env-file=.env", "--require", "-r", "--import", "--require=", "--import=", "-rapp.js", "--prof",
            "--no-warnings --eval=1", "--no-warnings\n", "--max-old-space-size=1\0", "--title=\ud800", "—eval", "-E",
            "--openssl-config=x", "--diagnostic-dir=/etc", "--max-old-space-size", "--disable-warning", "--disable-warning=",
            "--stack-trace-limit", "--unhandled-rejections" })
    void otherNodeArgsAreRefused(String arg) {
        assertThat(trial.violations(texts("node_args", "--no-warnings", arg))).containsOnlyKeys("node_args[1]");
        assertThat(trial.violations(texts("interpreter_args", arg))).containsOnlyKeys("interpreter_args[0]");
    }

    @Test
    void evaluationIsNeverAllowed() {
        var open = new Trial(directory, Map.of("console.apps.node-args", "-e,--eval,--eval=,-p,-c,--print"));

        for (var arg : List.of("-e", "--eval=1", "-p", "-c", "--print=1")) {
            assertThat(open.violations(texts("node_args", arg))).containsOnlyKeys("node_args[0]");
        }
    }

    @Test
    void theInspectorIsForLoopbackOnly() {
        var open = new Trial(directory, Map.of("console.apps.node-args", "--inspect,--inspect-brk,--inspect-port="));

        for (var arg : List.of("--inspect", "--inspect=9229", "--inspect=127.0.0.1:9229", "--inspect=localhost",
                "--inspect-brk=[::1]:0", "--inspect-port=127.0.0.2:1")) {
            assertThat(open.accepted(texts("node_args", arg)).name()).isEqualTo("app");
        }
        for (var arg : List.of("--inspect=0.0.0.0", "--inspect=0.0.0.0:9229", "--inspect=:9229", "--inspect=[::]:1",
                "--inspect=10.0.0.1", "--inspect-brk=example.org:1", "--inspect=localhost.example.org", "--inspect=",
                "--inspect-port=0.0.0.0:1", "--inspect-port", "--inspect=127.0.0.1:1,0.0.0.0:1")) {
            assertThat(open.violations(texts("node_args", arg))).containsOnlyKeys("node_args[0]");
        }
    }

    @Test
    void filesToLoadFirstLieInsideTheRoot() throws IOException {
        write(trial.root.resolve("sub/setup.js"), "");
        write(trial.root.resolve("%2e%2e/evil.js"), "");
        write(directory.resolve("evil.js"), "");
        Files.createSymbolicLink(trial.root.resolve("link.js"), directory.resolve("evil.js"));
        var setup = trial.root.resolve("sub/setup.js");

        for (var args : List.of(texts("node_args", "-r", "sub/setup.js"), texts("node_args", "--require", "./sub/setup.js"),
                texts("node_args", "--require=sub/setup.js"), texts("node_args", "-r=" + setup))) {
            assertThat(trial.accepted(args).options()).containsEntry("node_args", List.of("--require=" + setup));
        }
        assertThat(trial.accepted(texts("node_args", "--import", "sub/setup.js")).options())
                .containsEntry("node_args", List.of("--import=" + setup.toUri()));
        assertThat(trial.accepted(texts("node_args", "--import=%2e%2e/evil.js")).options().get("node_args").toString())
                .contains("%252e%252e");
        for (var file : List.of("../evil.js", "link.js", "/etc/passwd", "sub/../../evil.js", directory + "/evil.js")) {
            assertThat(trial.refused(texts("node_args", "--require", file))).isInstanceOf(Failure.OutsideAppsRoot.class);
            assertThat(trial.refused(texts("node_args", "--import=" + file))).isInstanceOf(Failure.OutsideAppsRoot.class);
        }
        for (var file : List.of("fs", "data:text/javascript,1", "file:///etc/passwd", "http://example.org/x.mjs", "sub",
                "-e")) {
            assertThat(trial.refused(texts("node_args", "--import", file))).isInstanceOf(Failure.ScriptNotFound.class);
        }
    }

    @Test
    void nodeArgsHaveOneName() {
        assertThat(trial.violations("{script: 'app.js', node_args: ['--no-warnings'], interpreter_args: ['--no-warnings']}"))
                .containsOnlyKeys("interpreter_args");
        assertThat(trial.violations("{script: 'app.js', node_args: '--no-warnings'}")).containsOnlyKeys("node_args");
    }

    @Test
    void anItemOfAnotherTypeDoesNotShiftTheOthers() {
        assertThat(trial.violations("{script: 'app.js', node_args: [1, '-e', '--no-warnings']}"))
                .containsOnlyKeys("node_args[0]", "node_args[1]");
    }

    @ParameterizedTest
    @CsvSource({ "a.js, node", "a.mjs, node", "a.cjs, node", "a.JS, node", "a.ts, bun", "a.py, python3", "a.sh, bash",
            "a, node",
            "a.tar.js, node" })
    void theInterpreterFollowsFromTheEnding(String script, String interpreter) throws IOException {
        write(trial.root.resolve(script), "");

        assertThat(trial.told("interpreter", "{script: '" + script + "', name: 'x'}")).isEqualTo(interpreter);
    }

    @Test
    void aProgramIsRunByItself() throws IOException {
        assertThat(write(trial.root.resolve("server"), "").toFile().setExecutable(true)).isTrue();

        assertThat(trial.told("interpreter", "{script: 'server'}")).isEqualTo("none");
    }

    @Test
    void interpretersAreThoseThatAreConfigured() throws IOException {
        write(trial.root.resolve("a.rb"), "");
        write(trial.root.resolve("a.py"), "");
        var ruby = new Trial(directory, Map.of("console.apps.interpreters", "node,ruby"));

        assertThat(trial.told("interpreter", "{script: 'app.js', interpreter: 'bun'}")).isEqualTo("bun");
        assertThat(trial.violations("{script: 'a.rb'}")).containsOnlyKeys("interpreter");
        assertThat(ruby.told("interpreter", "{script: 'a.rb', interpreter: 'ruby'}")).isEqualTo("ruby");
        assertThat(ruby.violations("{script: 'a.py'}")).containsOnlyKeys("interpreter");
        for (var interpreter : List.of("ruby", "/usr/bin/node", "node ", "Node", "", "node@18", "../node", "sh", "node;id")) {
            assertThat(trial.violations("{script: 'app.js', interpreter: '" + interpreter + "'}"))
                    .containsOnlyKeys("interpreter");
        }
    }

    @ParameterizedTest
    @CsvSource({ "1, fork, 1", "2, cluster, 2", "256, cluster, 256", "'\"max\"', cluster, 4" })
    void severalInstancesImplyACluster(String instances, String mode, int told) {
        var options = new AppPreparation(new AppsRoot(trial.root, trial.home.resolve("logs")), new Config(), 4)
                .prepare(((Command.StartProcess) Requests
                        .startProcess(json("{script: 'app.js', instances: " + instances + "}")).command()).app(), "")
                .options();

        assertThat(options).containsEntry("exec_mode", mode).containsEntry("instances", told);
    }

    private record Config() implements AppsConfig {
        @Override
        public Optional<Path> root() {
            return Optional.empty();
        }

        @Override
        public List<String> interpreters() {
            return List.of("node");
        }

        @Override
        public List<String> nodeArgs() {
            return List.of();
        }

        @Override
        public Optional<List<String>> envAllowed() {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "257", "-1", "1.5", "2.0", "'2'", "'two'", "'MAX'", "''", "true", "[]", "{}", "4294967297",
            "99999999999999999999" })
    void instancesAre1To256OrMax(String instances) {
        assertThat(trial.violations("{script: 'app.js', instances: " + instances + "}")).containsOnlyKeys("instances");
    }

    @Test
    void forkModeHasOneInstance() {
        assertThat(trial.violations("{script: 'app.js', exec_mode: 'fork', instances: 2}")).containsOnlyKeys("instances");
        assertThat(trial.violations("{script: 'app.js', exec_mode: 'fork', instances: 'max'}")).containsOnlyKeys("instances");
        assertThat(trial.told("exec_mode", "{script: 'app.js', exec_mode: 'fork', instances: 1}")).isEqualTo("fork");
        assertThat(trial.told("exec_mode", "{script: 'app.js', exec_mode: 'cluster'}")).isEqualTo("cluster");
        assertThat(trial.told("exec_mode", "{script: 'app.js'}")).isEqualTo("fork");
    }

    @Test
    void aClusterIsRunByNode() throws IOException {
        write(trial.root.resolve("a.py"), "");

        assertThat(trial.violations("{script: 'a.py', instances: 2}")).containsOnlyKeys("instances");
        assertThat(trial.violations("{script: 'app.js', interpreter: 'none', exec_mode: 'cluster'}"))
                .containsOnlyKeys("exec_mode");
    }

    @ParameterizedTest
    @ValueSource(strings = { "'fork_mode'", "'Cluster'", "''", "1", "true", "['fork']" })
    void theModeIsForkOrCluster(String mode) {
        assertThat(trial.violations("{script: 'app.js', exec_mode: " + mode + "}")).containsOnlyKeys("exec_mode");
    }
}
