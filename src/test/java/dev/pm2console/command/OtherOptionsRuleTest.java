package dev.pm2console.command;

import static dev.pm2console.command.TestConsole.json;
import static dev.pm2console.command.TestConsole.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.pm2console.command.TestConsole.Trial;

/// Names, log files, and the options that are as in PM2; and how violations are told.
class OtherOptionsRuleTest {

    @TempDir
    Path directory;
    private Trial trial;

    @BeforeEach
    void root() {
        trial = new Trial(directory, Map.of());
    }

    private Map<String, String> violations(String option, String value) {
        return trial.violations("{script: 'app.js', " + option + ": " + value + "}");
    }

    private Object told(String option, String value) {
        return trial.told(option, "{script: 'app.js', " + option + ": " + value + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a", "A-b_9", "_", "0a", "9-", "allx", "All" })
    void names(String name) {
        assertThat(trial.accepted("{script: 'app.js', name: '" + name + "'}").name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "-a", "a.b", "a b", "@scope/app", "all", "0", "007", "ä", "a\n", "a\0", "a/b", "..", "$(id)",
            "a;b", "\u0430\u2011", "\uff11", "toString", "__proto__", "PATH", "HOME", "NODE_OPTIONS" })
    void otherNamesAreRefused(String name) {
        var options = JsonNodeFactory.instance.objectNode().put("script", "app.js").put("name", name);

        assertThat(trial.violations(options)).containsOnlyKeys("name");
    }

    @Test
    void aNameHasAtMost64Characters() {
        assertThat(trial.accepted("{script: 'app.js', name: '" + "a".repeat(64) + "'}").name()).hasSize(64);
        assertThat(violations("name", "'" + "a".repeat(65) + "'")).containsOnlyKeys("name");
    }

    @Test
    void theDefaultNameIsTheScriptsAndObeysTheSameRule() throws IOException {
        for (var script : List.of("all.js", "42.js", "status.js", "a.b.js", "sub/-x.js", "A.js")) {
            write(trial.root.resolve(script), "");
        }

        assertThat(trial.accepted("{script: 'sub/../A.js'}".replace("sub/../", "./")).name()).isEqualTo("A");
        for (var script : List.of("all.js", "42.js", "status.js", "a.b.js", "sub/-x.js")) {
            assertThat(trial.violations("{script: '" + script + "'}")).containsOnlyKeys("name");
        }
    }

    @Test
    void aNameIsNotThatOfAVariable() {
        assertThat(trial.violations("{script: 'app.js', name: 'PORT', env: {PORT: 1}}")).containsOnlyKeys("name");
        assertThat(trial.violations("{script: 'app.js', env: {app: 1}}")).containsOnlyKeys("name");
        assertThat(trial.accepted("{script: 'app.js', name: 'PORT', env: {port: 1}}").name()).isEqualTo("PORT");
    }

    @Test
    void aNameInUseIsRefused() {
        var manager = new RecordingManager(trial.home);
        var console = new TestConsole(manager, trial.root, Map.of());
        console.start(json("{script: 'app.js'}"));

        assertThat(catchThrowableOfType(CommandException.class,
                () -> console.start(json("{script: 'app.js'}"))).failure()).isEqualTo(new Failure.NameTaken("app"));
        assertThat(manager.launched()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "log_file", "out_file", "error_file" })
    void logFilesLieInsideTheRootOrAmongPm2sLogs(String option) throws Exception {
        write(trial.root.resolve("there.log"), "");
        write(directory.resolve("evil.log"), "");
        Files.createSymbolicLink(trial.root.resolve("link.log"), directory.resolve("evil.log"));
        Files.createSymbolicLink(trial.root.resolve("inner.log"), Path.of("there.log"));
        Files.createSymbolicLink(trial.root.resolve("dangling.log"), Path.of("nothing.log"));
        Files.createSymbolicLink(trial.root.resolve("out"), directory);
        Files.createSymbolicLink(trial.root.resolve("broken"), directory.resolve("nothing"));
        Files.createSymbolicLink(trial.home.resolve("logs/link.log"), directory.resolve("evil.log"));
        Files.createDirectory(trial.root.resolve("directory.log"));
        assertThat(new ProcessBuilder("mkfifo", trial.root.resolve("fifo.log").toString()).start().waitFor()).isZero();
        var logs = trial.home.resolve("logs");

        assertThat(told(option, "'there.log'")).isEqualTo(trial.root.resolve("there.log").toString());
        assertThat(told(option, "'new/deep/a b.log'")).isEqualTo(trial.root.resolve("new/deep/a b.log").toString());
        assertThat(told(option, "'" + trial.root + "/x.log'")).isEqualTo(trial.root.resolve("x.log").toString());
        assertThat(told(option, "'" + logs + "/x.log'")).isEqualTo(logs.resolve("x.log").toString());
        assertThat(told(option, "'/dev/null'")).isEqualTo("/dev/null");
        for (var outside : List.of("/var/log/x.log", "../x.log", "a/../../x.log", "out/x.log", "out/apps/../x.log",
                trial.home + "/x.log", logs + "/../x.log", "/dev/null/../x.log", "/dev/null.log", "/dev/null/x.log",
                trial.root + "-evil/x.log")) {
            assertThat(trial.path("{script: 'app.js', " + option + ": '" + outside + "'}")).as(outside)
                    .isEqualTo("outside: " + option);
        }
        for (var special : List.of("link.log", "inner.log", "dangling.log", "directory.log", "fifo.log", logs + "/link.log")) {
            assertThat(trial.path("{script: 'app.js', " + option + ": '" + special + "'}")).as(special)
                    .isEqualTo("invalid: " + option);
        }
        for (var through : List.of("broken/x.log", "app.js/x.log", "there.log/x.log", "fifo.log/x.log")) {
            assertThat(trial.path("{script: 'app.js', " + option + ": '" + through + "'}")).as(through)
                    .isEqualTo("missing: " + option);
        }
        for (var form : List.of("x.txt", "x", "", ".", "/dev/null/..", "/dev/null/", "/dev/zero", "/dev/stdout", "~/x.log",
                "-x.log", "x.log ", "x.log\\n", "a\\u0000.log", "NULL", "x.LOG", "x".repeat(1024) + ".log")) {
            assertThat(violations(option, "'" + form + "'")).as(form).containsOnlyKeys(option);
        }
        for (var type : List.of("true", "1", "[]")) {
            assertThat(violations(option, type)).containsOnlyKeys(option);
        }
    }

    @Test
    void pm2sLogDirectoryNeedNotBeThereYet() throws IOException {
        Files.delete(trial.home.resolve("logs"));
        Files.delete(trial.home);

        assertThat(told("out_file", "'" + trial.home + "/logs/x.log'")).isEqualTo(trial.home.resolve("logs/x.log").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "autorestart", "merge_logs", "wait_ready", "time" })
    void switches(String option) {
        assertThat(told(option, "true")).isEqualTo(true);
        assertThat(told(option, "false")).isEqualTo(false);
        for (var value : List.of("'true'", "1", "0", "''", "[]")) {
            assertThat(violations(option, value)).containsOnlyKeys(option);
        }
    }

    @Test
    void watch() throws IOException {
        Files.createDirectory(trial.root.resolve("src"));
        Files.createSymbolicLink(trial.root.resolve("out"), directory);

        assertThat(told("watch", "true")).isEqualTo(true);
        assertThat(told("watch", "false")).isEqualTo(false);
        assertThat(told("watch", "['src', 'later']"))
                .isEqualTo(List.of(trial.root.resolve("src").toString(), trial.root.resolve("later").toString()));
        for (var value : List.of("1", "'src'", "{}")) {
            assertThat(violations("watch", value)).containsOnlyKeys("watch");
        }
        for (var value : List.of("[1]", "['']", "['a\\u0000']", "['" + "x".repeat(1025) + "']")) {
            assertThat(violations("watch", value)).containsOnlyKeys("watch[0]");
        }
        assertThat(violations("watch", "[" + "'a',".repeat(100) + "'a']")).containsOnlyKeys("watch");
        for (var path : List.of("..", "/etc", "out", "out/x", "src/../../x")) {
            assertThat(trial.path("{script: 'app.js', watch: ['src', '" + path + "']}")).isEqualTo("outside: watch");
        }
    }

    @ParameterizedTest
    @CsvSource({ "max_memory_restart, 1048576, 1048576", "max_memory_restart, '\"300M\"', 314572800",
            "max_memory_restart, '\"1G\"', 1073741824", "max_memory_restart, '\"5K\"', 5120",
            "min_uptime, 100, 100", "min_uptime, '\"5s\"', 5000", "min_uptime, '\"2m\"', 120000",
            "min_uptime, '\"1h\"', 3600000",
            "kill_timeout, 0, 0", "listen_timeout, 3600000, 3600000", "restart_delay, 86400000, 86400000",
            "exp_backoff_restart_delay, 100, 100", "max_restarts, 0, 0", "max_restarts, 1000000, 1000000" })
    void quantities(String option, String value, String told) {
        assertThat(told(option, value)).hasToString(told);
    }

    @ParameterizedTest
    @CsvSource({ "max_memory_restart, '\"1T\"'", "max_memory_restart, '\"1.5G\"'", "max_memory_restart, '\"-1M\"'",
            "max_memory_restart, 0", "max_memory_restart, -1", "max_memory_restart, 1.5", "max_memory_restart, true",
            "max_memory_restart, '\"1 G\"'", "max_memory_restart, '\"1g\"'", "max_memory_restart, '\"1MB\"'",
            "max_memory_restart, 1000000000000000", "max_memory_restart, '\"100000000000000M\"'", "min_uptime, 99",
            "min_uptime, 0", "min_uptime, '\"0s\"'", "min_uptime, '\"1d\"'", "min_uptime, '\"s\"'", "min_uptime, -5",
            "min_uptime, 100.5", "kill_timeout, -1", "kill_timeout, 3600001", "kill_timeout, '\"5\"'", "kill_timeout, 1.5",
            "kill_timeout, 99999999999999999999", "listen_timeout, -1", "restart_delay, -1", "restart_delay, 86400001",
            "exp_backoff_restart_delay, -1", "max_restarts, -1", "max_restarts, 1000001", "max_restarts, '\"3\"'" })
    void otherQuantitiesAreRefused(String option, String value) {
        assertThat(violations(option, value)).containsOnlyKeys(option);
    }

    @ParameterizedTest
    @ValueSource(strings = { "0 4 * * *", "*/5 * * * *", "0 0 1,15 * MON-FRI", "*/10 * * * * *", "@daily", "0", "0 0 L * *" })
    void cron(String expression) {
        assertThat(told("cron_restart", "'" + expression + "'")).isEqualTo(expression);
    }

    @Test
    void cronZeroIsNone() {
        assertThat(told("cron_restart", "0")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = { "''", "'hello'", "'* * * *'", "'* * * * * * *'", "'0 4 * * *;id'", "'$(id) * * * *'", "'@reboot'",
            "'0 4 * *\\n*'", "true", "1", "[]" })
    void otherCronExpressionsAreRefused(String expression) {
        assertThat(violations("cron_restart", expression)).containsOnlyKeys("cron_restart");
    }

    @Test
    void stopExitCodes() {
        assertThat(told("stop_exit_codes", "[0, 255]")).isEqualTo(List.of(0L, 255L));
        assertThat(told("stop_exit_codes", "7")).isEqualTo(List.of(7L));
        assertThat(violations("stop_exit_codes", "[256, 0, -1]")).containsOnlyKeys("stop_exit_codes[0]", "stop_exit_codes[2]");
        assertThat(violations("stop_exit_codes", "['1']")).containsOnlyKeys("stop_exit_codes[0]");
        assertThat(violations("stop_exit_codes", "'0'")).containsOnlyKeys("stop_exit_codes");
        assertThat(violations("stop_exit_codes", "1.5")).containsOnlyKeys("stop_exit_codes");
    }

    @Test
    void texts() {
        assertThat(told("namespace", "'api.v1-x'")).isEqualTo("api.v1-x");
        assertThat(told("log_date_format", "'YYYY-MM-DD HH:mm Z'")).isEqualTo("YYYY-MM-DD HH:mm Z");
        assertThat(told("ignore_watch", "['node_modules', '*.log']")).isEqualTo(List.of("node_modules", "*.log"));
        for (var namespace : List.of("'all'", "''", "'-a'", "'a b'", "'.a'", "'a\\n'", "1", "'" + "a".repeat(65) + "'")) {
            assertThat(violations("namespace", namespace)).containsOnlyKeys("namespace");
        }
        assertThat(violations("log_date_format", "'a\\u0000'")).containsOnlyKeys("log_date_format");
        assertThat(violations("ignore_watch", "['ok', 'a\\n']")).containsOnlyKeys("ignore_watch[1]");
    }

    @ParameterizedTest
    @ValueSource(strings = { "instance_var", "increment_var" })
    void variablesThatPm2CountsInObeyTheRuleForVariables(String option) {
        assertThat(told(option, "'WORKER'")).isEqualTo("WORKER");
        for (var name : List.of("status", "PATH", "LD_PRELOAD", "1A", "", "A B", "toString")) {
            assertThat(violations(option, "'" + name + "'")).containsOnlyKeys(option);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "uid", "gid", "user", "exec_interpreter", "pm_exec_path", "cmd", "command", "execute_command",
            "filter_env", "env_production", "post_update", "pid_file", "deploy", "treekill", "vizion", "Script", "maxRestarts",
            "__proto__", "constructor", "interpreterArgs", "error", "output", "port", "force", "" })
    void unknownOptionsAreRefusedByName(String option) {
        var options = JsonNodeFactory.instance.objectNode().put("script", "app.js").put(option, "x");

        assertThat(trial.violations(options)).containsOnlyKeys(option);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndEachFieldOnce() {
        var failure = trial.refused(json("""
                {script: '../a b\\\\', name: 'all', args: 5, cwd: '', instances: 0, exec_mode: 'x', autorestart: 'yes',
                 max_memory_restart: '1T', env: {status: '', LD_PRELOAD: '', ok: 1, bad: []}, out_file: 'x', node_args: ['-e'],
                 interpreter: 'perl', cron_restart: '?', kill_timeout: -1, uid: 0, stop_exit_codes: [999]}"""));

        assertThat(((Failure.InvalidArgument) failure).violations()).extracting(Violation::field).containsExactlyInAnyOrder(
                "script", "name", "args", "cwd", "instances", "exec_mode", "autorestart", "max_memory_restart", "env.status",
                "env.LD_PRELOAD", "env.bad", "out_file", "node_args[0]", "interpreter", "cron_restart", "kill_timeout", "uid",
                "stop_exit_codes[0]");
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "'app.js'", "1", "null", "true" })
    void theWholeIsAnObject(String body) {
        assertThat(trial.violations(body)).containsOnlyKeys("");
    }
}
