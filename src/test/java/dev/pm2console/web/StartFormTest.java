package dev.pm2console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.pm2console.command.AppOptions;
import dev.pm2console.command.Command;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Violation;
import dev.pm2console.process.ExecMode;

/// What a filled in form means.
class StartFormTest {

    private static final Map<String, String> FULL = Map.ofEntries(
            Map.entry("script", " server.js "), Map.entry("name", "web"), Map.entry("args", "--title 'two words'"),
            Map.entry("cwd", "shop"), Map.entry("instances", "max"), Map.entry("exec_mode", "cluster"),
            Map.entry("merge_logs", "on"), Map.entry("wait_ready", "on"), Map.entry("time", "on"),
            Map.entry("watch_paths", "src\r\n\r\n config \r\n"), Map.entry("ignore_watch", "logs"),
            Map.entry("max_memory_restart", "300M"), Map.entry("env", "A=1\r\n# not this\r\n\r\nB = x = y\r\n"),
            Map.entry("log_file", "all.log"), Map.entry("out_file", "out.log"), Map.entry("error_file", "/dev/null"),
            Map.entry("node_args", "--max-old-space-size=256\n--no-warnings"), Map.entry("namespace", "front"),
            Map.entry("interpreter", "node"), Map.entry("cron_restart", "0 4 * * *"), Map.entry("restart_delay", "2000"),
            Map.entry("exp_backoff_restart_delay", "100"), Map.entry("max_restarts", "5"), Map.entry("min_uptime", "5s"),
            Map.entry("kill_timeout", "3000"), Map.entry("listen_timeout", "4000"), Map.entry("log_date_format", "HH:mm"),
            Map.entry("stop_exit_codes", "0, 3 7"), Map.entry("instance_var", "NUMBER"), Map.entry("increment_var", "PORT"));

    private static AppOptions options(Map<String, String> typed) {
        var request = StartForm.of(typed::get).request();
        assertThat(request.problems()).isEmpty();
        return ((Command.StartProcess) request.command()).app();
    }

    private static Map<String, String> errors(Map<String, String> typed, Violation... violations) {
        return StartErrors.of(new Failure.InvalidArgument(List.of(violations)), StartForm.of(typed::get)).beside();
    }

    @Test
    void emptyFieldsAreNoParameters() {
        var app = options(Map.of("script", "app.js", "autorestart", "on", "name", "  ", "env", "\r\n"));

        assertThat(app.script()).isEqualTo("app.js");
        assertThat(app.name()).isEmpty();
        assertThat(app.autorestart()).isEmpty();
        assertThat(app.watch()).isEmpty();
        assertThat(app.env()).isEmpty();
        assertThat(app.time()).isEmpty();
    }

    @Test
    void everyFieldIsAnOption() {
        var app = options(FULL);

        assertThat(app).extracting(AppOptions::script, AppOptions::name, AppOptions::cwd, AppOptions::execMode)
                .containsExactly("server.js", Optional.of("web"), Optional.of("shop"), Optional.of(ExecMode.CLUSTER));
        assertThat(app.args()).containsExactly("--title", "two words");
        assertThat(app.instances()).hasToString("Optional[max]");
        assertThat(app.env()).isEqualTo(Map.of("A", "1", "B", " x = y"));
        assertThat(app.watch()).contains(new AppOptions.Watch(true, List.of("src", "config")));
        assertThat(app.nodeArgs()).containsExactly("--max-old-space-size=256", "--no-warnings");
        assertThat(app.stopExitCodes()).containsExactly(0L, 3L, 7L);
        assertThat(List.of(app.mergeLogs(), app.waitReady(), app.time())).containsOnly(Optional.of(true));
        assertThat(List.of(app.restartDelay(), app.expBackoffRestartDelay(), app.maxRestarts(), app.killTimeout(),
                app.listenTimeout())).extracting(Optional::orElseThrow).containsExactly(2000L, 100L, 5L, 3000L, 4000L);
        assertThat(List.of(app.logFile(), app.outFile(), app.errorFile(), app.namespace(), app.interpreter(),
                app.cronRestart(), app.minUptime(), app.logDateFormat(), app.maxMemoryRestart(), app.instanceVar(),
                app.incrementVar())).extracting(Optional::orElseThrow).containsExactly("all.log", "out.log", "/dev/null",
                        "front", "node", "0 4 * * *", "5s", "HH:mm", "300M", "NUMBER", "PORT");
    }

    @Test
    void tickThatIsTakenAwayIsAnOption() {
        assertThat(options(Map.of("script", "app.js")).autorestart()).contains(false);
    }

    @Test
    void watchingWithoutPathsIsOfTheWholeDirectory() {
        assertThat(options(Map.of("script", "app.js", "watch", "on")).watch())
                .contains(new AppOptions.Watch(true, List.of()));
    }

    @ParameterizedTest
    @CsvSource({ "instances, many", "max_restarts, -1", "restart_delay, 2s", "kill_timeout, 1.5", "stop_exit_codes, a" })
    void whatIsNoNumberIsRefusedAndNotLeftOut(String field, String text) {
        var request = StartForm.of(Map.of("script", "app.js", field, text)::get).request();

        assertThat(request.problems()).extracting(Violation::field).singleElement().asString().startsWith(field);
    }

    @Test
    void linesOfTheEnvironmentThatAreNoneAreToldTogetherWithTheRest() {
        var request = StartForm.of(Map.of("env", "A=1\nsecret\n=2", "max_restarts", "x")::get).request();

        assertThat(request.problems()).extracting(Violation::field)
                .contains("script", "max_restarts", "env.line 2", "env.line 3");
    }

    @Test
    void errorsAreSaidBesideTheirFields() {
        var errors = errors(Map.of("node_args", "--no-warnings\r\n\r\n-e", "watch_paths", "src"),
                new Violation("script", "is required"),
                new Violation("env.PATH", "is refused"), new Violation("env.line 2", "is not KEY=value"),
                new Violation("node_args[1]", "is not allowed"), new Violation("watch[0]", "is a path"),
                new Violation("name", "has no NUL"));

        assertThat(errors).isEqualTo(Map.of("script", "Is required.",
                "env", "PATH is refused. Line 2 is not KEY=value.", "node_args", "“-e” is not allowed.",
                "watch_paths", "“src” is a path.", "name", "Must have no NUL."));
    }

    @Test
    void whatIsAboutNoFieldIsSaidApart() {
        var errors = StartErrors.of(new Failure.InvalidArgument(List.of(new Violation("uid", "is not known"),
                new Violation("name", "is long"))), StartForm.empty());

        assertThat(errors.all()).extracting(StartErrors.Problem::field).containsExactly("", "name");
        assertThat(errors.all().getFirst().text()).isEqualTo("Uid is not known.");
    }

    @Test
    void sectionOpensWhereItSaysSomething() {
        var sheet = new StartSheet(StartForm.of(Map.of("script", "a.js", "autorestart", "on", "cron_restart", "x", "time",
                "on", "merge_logs", "on")::get),
                StartErrors.of(new Failure.InvalidArgument(List.of(new Violation("watch[0]", "is a path"))),
                        StartForm.empty()),
                List.of(), "/apps");

        assertThat(sheet.isOpen("restarts")).isTrue();
        assertThat(sheet.isOpen("watching")).isTrue();
        assertThat(sheet.isOpen("runs")).isFalse();
        assertThat(sheet.said("logs")).isEqualTo(2);
    }
}
