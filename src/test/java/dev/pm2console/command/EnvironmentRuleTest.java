package dev.pm2console.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pm2console.command.TestConsole.Trial;

/// Which environment variables an application may have.
class EnvironmentRuleTest {

    @TempDir
    Path directory;
    private Trial trial;

    @BeforeEach
    void root() {
        trial = new Trial(directory, Map.of());
    }

    private static ObjectNode env(String name, String value) {
        var options = JsonNodeFactory.instance.objectNode().put("script", "app.js");
        options.putObject("env").put(name, value);
        return options;
    }

    @Test
    void numbersAndTruthValuesBecomeText() {
        var env = trial.told("env",
                "{script: 'app.js', env: {A: 1, B: 1.5, C: true, D: false, E: '', F: 1.0, G: 1e3, H: -0.25, "
                        + "I: 12345678901234567890, J: ' x '}}");

        assertThat(env).isEqualTo(Map.of("A", "1", "B", "1.5", "C", "true", "D", "false", "E", "", "F", "1", "G", "1000", "H",
                "-0.25", "I", "12345678901234567890", "J", " x "));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{A: null}", "{A: {}}", "{A: []}", "{A: ['x']}", "{A: 1e999}" })
    void otherValuesAreRefused(String env) {
        assertThat(trial.violations("{script: 'app.js', env: " + env + "}")).containsOnlyKeys("env.A");
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "'A=1'", "1", "true", "['A']" })
    void isAnObject(String env) {
        assertThat(trial.violations("{script: 'app.js', env: " + env + "}")).containsOnlyKeys("env");
    }

    @ParameterizedTest
    @ValueSource(strings = { "A", "_", "_1", "a1", "PORT", "NODE_ENV", "HOME", "PROCESS_TITLE", "USER", "LDFLAGS",
            "XLD_PRELOAD",
            "PYTHONUNBUFFERED", "MY_PATH", "PATHS", "ENVIRONMENT", "Name", "STATUS" })
    void ordinaryNamesAreAccepted(String name) {
        assertThat(trial.accepted(env(name, "x")).options()).containsEntry("env", Map.of(name, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "1A", "A-B", "A.B", "A B", "A=B", "ä", "A\n", "A\0", "BASH_FUNC_x%%", "A()", "-", "Ａ", "$A" })
    void otherNamesAreRefused(String name) {
        assertThat(trial.violations(env(name, "x"))).containsOnlyKeys("env." + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "name", "namespace", "status", "pm_id", "script", "args", "env", "version", "username", "uid", "gid", "watch",
            "instances", "instance_var", "increment_var", "exec_mode", "exec_interpreter", "pm_exec_path", "pm_cwd",
            "pm_uptime", "pm_out_log_path", "pm_err_log_path", "pm_pid_path", "pm_log_path", "node_args", "node_version",
            "autorestart", "autostart", "restart_time", "unstable_restarts", "created_at", "exit_code", "unique_id",
            "filter_env", "max_memory_restart", "cron_restart", "wait_ready", "merge_logs", "kill_timeout",
            "listen_timeout", "kill_retry_time", "restart_delay", "exp_backoff_restart_delay", "prev_restart_delay",
            "max_restarts", "min_uptime", "stop_exit_codes", "treekill", "vizion", "vizion_running", "versioning",
            "km_link", "pmx", "pmx_module", "automation", "force", "windowsHide", "axm_monitor", "axm_actions",
            "axm_options", "axm_dynamic", "log_type", "log_date_format", "disable_logs", "current_conf" })
    void fieldsOfPm2sRecordAreRefused(String name) {
        assertThat(trial.violations(env(name, "x"))).containsOnlyKeys("env." + name);
        var app = JsonNodeFactory.instance.objectNode().put("script", "app.js").put("name", name);
        assertThat(trial.violations(app)).containsOnlyKeys("name");
    }

    @ParameterizedTest
    @ValueSource(strings = { "__proto__", "toString", "hasOwnProperty", "valueOf", "constructor", "io", "trace", "_tree_pids",
            "watch_delay", "watch_options", "disable_source_map_support", "shutdown_with_message", "ignore_watch",
            "restart_task", "pm2_env" })
    void namesThatMeanSomethingToPm2OrJavaScriptAreRefused(String name) {
        assertThat(trial.violations(env(name, "x"))).containsOnlyKeys("env." + name);
    }

    @ParameterizedTest
    @ValueSource(strings = { "LD_PRELOAD", "LD_LIBRARY_PATH", "LD_", "DYLD_INSERT_LIBRARIES", "NODE_OPTIONS", "BASH_ENV", "ENV",
            "PYTHONPATH", "PYTHONSTARTUP", "PYTHONWARNINGS", "BROWSER", "NODE_PATH", "BUN_OPTIONS", "OPENSSL_CONF", "SHELLOPTS",
            "PATH", "PM2_HOME", "PM2_NODE_OPTIONS", "PM2_SERVE_PATH", "PM2_JSON_PROCESSING" })
    void loadersAreRefused(String name) {
        assertThat(trial.violations(env(name, "x"))).containsOnlyKeys("env." + name);
    }

    @Test
    void loadersMayBeAllowedByName() {
        var allowing = new Trial(directory, Map.of("console.apps.env-allowed", "NODE_OPTIONS,LD_PRELOAD,status"));

        assertThat(allowing.accepted(env("NODE_OPTIONS", "x")).options()).containsKey("env");
        assertThat(allowing.accepted(env("LD_PRELOAD", "x")).options()).containsKey("env");
        assertThat(allowing.violations(env("LD_LIBRARY_PATH", "x"))).containsOnlyKeys("env.LD_LIBRARY_PATH");
        assertThat(allowing.violations(env("status", "x"))).containsOnlyKeys("env.status");
    }

    @Test
    void aValueHasAtMost32KiB() {
        assertThat(trial.accepted(env("A", "x".repeat(32 * 1024))).name()).isEqualTo("app");
        assertThat(trial.violations(env("A", "x".repeat(32 * 1024 + 1)))).containsOnlyKeys("env.A");
        assertThat(trial.violations(env("A", "x".repeat(33 * 1024)))).containsOnlyKeys("env.A");
        assertThat(trial.violations(env("A", "ä".repeat(16 * 1024) + "x"))).containsOnlyKeys("env.A");
    }

    @Test
    void allValuesHaveAtMost128KiBTogether() {
        assertThat(trial.accepted(environment(128, "")).name()).isEqualTo("app");
        assertThat(trial.violations(environment(128, "x"))).containsOnlyKeys("env");
        assertThat(trial.violations(environment(129, ""))).containsOnlyKeys("env");
    }

    private static ObjectNode environment(int kib, String more) {
        var options = JsonNodeFactory.instance.objectNode().put("script", "app.js");
        var env = options.putObject("env").put("MORE", more);
        for (var i = 0; i < kib; i++) {
            env.put("V" + i, "x".repeat(1024));
        }
        return options;
    }

    @ParameterizedTest
    @ValueSource(strings = { "a\0b", "\0", "\ud800", "a\udc00b" })
    void whatNoProcessCanHaveIsRefused(String value) {
        assertThat(trial.violations(env("A", value))).containsOnlyKeys("env.A");
    }

    @ParameterizedTest
    @ValueSource(strings = { "$(id)", "`id`", "; rm -rf /", "a\nb", "'\"\\", "\u2028\u2029", "💥", "&&", "\u0001", "null",
            "[object Object]x" })
    void anythingElseIsData(String value) {
        assertThat(trial.accepted(env("A", value)).options()).containsEntry("env", Map.of("A", value));
    }

    @Test
    void theVariablesOfARestartObeyTheSameRules() {
        var console = new TestConsole(new RecordingManager(trial.home), trial.root, Map.of());

        assertThatThrownBy(() -> console.restart("x", TestConsole.json("{updateEnv: {status: 'x', LD_PRELOAD: 'y'}}")))
                .isInstanceOfSatisfying(CommandException.class, e -> assertThat(e.failure().message())
                        .contains("updateEnv.status", "updateEnv.LD_PRELOAD"));
    }

    @Test
    void aRefusalDoesNotTellAValue() {
        assertThat(trial.refused(env("status", "geheim")).message()).doesNotContain("geheim");
        assertThat(trial.refused(env("A", "geheim\0")).message()).doesNotContain("geheim");
    }
}
