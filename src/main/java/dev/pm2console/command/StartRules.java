package dev.pm2console.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.pm2console.process.ExecMode;

/// The rules for starting an application that need the configuration or more than one option at a time, and those for
/// environment variables. What they refuse would run foreign code, or break PM2's own record of the process.
final class StartRules {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int MAX_VALUE = 32 * 1024;
    private static final int MAX_ENVIRONMENT = 128 * 1024;
    private static final int MAX_ARGS = 8 * 1024;
    /// PM2 copies every variable onto its own record of the process, where it would overwrite these fields.
    private static final Set<String> PM2_FIELDS = Set.of(
            "name", "namespace", "status", "pm_id", "script", "args", "env", "version", "username", "uid", "gid", "watch",
            "instances", "instance_var", "increment_var", "exec_mode", "exec_interpreter", "pm_exec_path", "pm_cwd",
            "pm_uptime", "pm_out_log_path", "pm_err_log_path", "pm_pid_path", "pm_log_path", "node_args", "node_version",
            "autorestart", "autostart", "restart_time", "unstable_restarts", "created_at", "exit_code", "unique_id",
            "filter_env", "max_memory_restart", "cron_restart", "wait_ready", "merge_logs", "kill_timeout",
            "listen_timeout", "kill_retry_time", "restart_delay", "exp_backoff_restart_delay", "prev_restart_delay",
            "max_restarts", "min_uptime", "stop_exit_codes", "treekill", "vizion", "vizion_running", "versioning",
            "km_link", "pmx", "pmx_module", "automation", "force", "windowsHide", "axm_monitor", "axm_actions",
            "axm_options", "axm_dynamic", "log_type", "log_date_format", "disable_logs", "current_conf",
            // fields that the list of PM2's record does not have but that JavaScript or PM2 treats alike
            "__proto__", "ignore_watch", "shutdown_with_message", "source_map_support", "restart_task", "cwd", "io",
            "PM2_JSON_PROCESSING");
    /// They load code, or say where code is loaded from.
    private static final Pattern LOADERS = Pattern.compile(
            "LD_.*|DYLD_.*|PM2_.*|NODE_OPTIONS|BASH_ENV|ENV|PYTHONPATH|PYTHONSTARTUP|PATH");
    /// Never, whatever the configuration allows: they run code out of the argument itself.
    private static final Set<String> NEVER = Set.of("-e", "--eval", "-p", "--print", "-pe", "-c", "-i", "--interactive");
    /// They load a file before the script: one inside the apps root only.
    static final Set<String> LOAD_A_FILE = Set.of("-r", "--require", "--import");
    private static final Pattern LOOPBACK = Pattern
            .compile("(127(\\.[0-9]{1,3}){3}|localhost|\\[::1])(:[0-9]{1,5})?|[0-9]{1,5}");

    private final AppsConfig config;

    StartRules(AppsConfig config) {
        this.config = config;
    }

    /// What is wrong with these options, under their public names.
    ///
    /// @param prefix put before each name, such as `apps[1].`
    List<Violation> check(AppOptions app, String prefix) {
        var found = new ArrayList<Violation>();
        app.name().filter(PM2_FIELDS::contains).ifPresent(name -> found.add(new Violation(prefix + "name",
                "is a field of PM2's own record, which an application of that name would overwrite")));
        if (app.execMode().equals(Optional.of(ExecMode.FORK)) && app.instances().isPresent()
                && app.instances().get().on(2) > 1) {
            found.add(new Violation(prefix + "instances", "more than one instance needs exec_mode cluster"));
        }
        app.interpreter().filter(it -> !config.interpreters().contains(it)).ifPresent(_ -> found.add(new Violation(
                prefix + "interpreter", "is one of " + config.interpreters() + " (console.apps.interpreters)")));
        if (bytes(app.args()) > MAX_ARGS) {
            found.add(new Violation(prefix + "args", "has at most 8192 bytes together"));
        }
        if (!app.nodeArgs().isEmpty() && !app.interpreterArgs().isEmpty()) {
            found.add(new Violation(prefix + "interpreter_args", "is another name for node_args: give one of them"));
        }
        interpreterArgs(app.nodeArgs(), prefix + "node_args", found);
        interpreterArgs(app.interpreterArgs(), prefix + "interpreter_args", found);
        app.instanceVar().ifPresent(name -> variable(name, prefix + "instance_var", found));
        app.incrementVar().ifPresent(name -> variable(name, prefix + "increment_var", found));
        found.addAll(environment(app.env(), prefix + "env"));
        return found;
    }

    /// What is wrong with these variables.
    List<Violation> environment(Map<String, String> env, String field) {
        var found = new ArrayList<Violation>();
        var total = 0;
        for (var entry : env.entrySet()) {
            var name = field + "." + entry.getKey();
            variable(entry.getKey(), name, found);
            var size = entry.getValue().getBytes(StandardCharsets.UTF_8).length;
            total += size + entry.getKey().length();
            if (size > MAX_VALUE) {
                found.add(new Violation(name, "has at most 32768 bytes"));
            }
            if (entry.getValue().indexOf('\0') >= 0) {
                found.add(new Violation(name, "has no NUL"));
            }
        }
        if (total > MAX_ENVIRONMENT) {
            found.add(new Violation(field, "has at most 131072 bytes together"));
        }
        return found;
    }

    private void variable(String name, String field, List<Violation> found) {
        if (!VARIABLE.matcher(name).matches() || name.length() > 256) {
            found.add(new Violation(field, "a variable's name has letters, digits and _, and does not begin with a digit"));
        } else if (PM2_FIELDS.contains(name)) {
            found.add(new Violation(field, "is a field of PM2's own record, which the variable would overwrite"));
        } else if (LOADERS.matcher(name).matches()
                && config.envAllowed().stream().noneMatch(allowed -> allowed.contains(name))) {
            found.add(new Violation(field, "can make a program load foreign code; console.apps.env-allowed can allow it"));
        }
    }

    private void interpreterArgs(List<String> args, String field, List<Violation> found) {
        for (var i = 0; i < args.size(); i++) {
            var arg = args.get(i);
            var equals = arg.indexOf('=');
            var flag = equals < 0 ? arg : arg.substring(0, equals);
            var value = equals < 0 ? "" : arg.substring(equals + 1);
            var place = field + "[" + i + "]";
            if (LOAD_A_FILE.contains(flag)) {
                // where the file is, is for AppsRoot to say
                if (equals < 0 && ++i == args.size()) {
                    found.add(new Violation(place, "is followed by a file"));
                }
            } else if (NEVER.contains(flag) || !arg.startsWith("-") || arg.chars().anyMatch(Character::isISOControl)
                    || !config.nodeArgs().contains(flag)) {
                found.add(new Violation(place, "is not among the arguments that console.apps.node-args allows"));
            } else if (flag.startsWith("--inspect") && equals >= 0 && !LOOPBACK.matcher(value).matches()) {
                found.add(new Violation(place, "opens the inspector beyond loopback"));
            }
        }
    }

    private static int bytes(List<String> texts) {
        return texts.stream().mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length).sum();
    }
}
