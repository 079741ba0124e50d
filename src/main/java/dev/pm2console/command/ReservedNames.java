package dev.pm2console.command;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Names that an environment variable, or an application, can't have because PM2 would take them for something else.
///
/// PM2 copies every variable onto its own record of the process. It also sets a variable named like the application, to
/// `{}`, so an application's name is under the same rule.
final class ReservedNames {

    /// The fields of the record that a variable would overwrite (`lib/God.js` and what it calls, of PM2 5, 6 and 7).
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
            // options that PM2 reads from the record
            "ignore_watch", "watch_delay", "watch_options", "shutdown_with_message", "source_map_support",
            "disable_source_map_support", "trace", "post_update",
            // what PM2 keeps on the record for itself: where it looks for git, a timer, the processes it is ending, ...
            "cwd", "restart_task", "_tree_pids", "_km_monitored", "_pm2_version",
            // PM2 drops these before the application sees them, or sets them itself
            "io", "pm2_env", "PM2_JSON_PROCESSING");
    /// What every JavaScript object has: a variable of such a name ends the daemon at the next restart, or its application.
    private static final Set<String> OBJECT_MEMBERS = Set.of(
            "__proto__", "constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString",
            "toString", "valueOf", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__");
    /// Without a usable value of these nothing runs.
    private static final Set<String> NEEDED = Set.of("PATH", "HOME", "NODE_OPTIONS");
    private static final Pattern NAME = Pattern.compile(AppName.FORM);
    private static final Pattern NO_ADDRESS = Pattern.compile(AppName.NO_ADDRESS);

    private ReservedNames() {
    }

    /// Why a variable can't have this name.
    static Optional<String> forVariable(String name) {
        if (PM2_FIELDS.contains(name)) {
            return Optional.of("is a field of PM2's own record, which the variable would overwrite");
        }
        return OBJECT_MEMBERS.contains(name)
                ? Optional.of("is a member of every JavaScript object, which the variable would hide from PM2")
                : Optional.empty();
    }

    /// Why an application can't have this name.
    ///
    /// @param variables the names of its own environment variables
    static Optional<String> forApplication(String name, Set<String> variables) {
        if (!NAME.matcher(name).matches() || !NO_ADDRESS.matcher(name).matches()) {
            return Optional.of("is not 1 to 64 letters, digits, _ or - (nor all, nor a number)");
        }
        if (PM2_FIELDS.contains(name) || OBJECT_MEMBERS.contains(name) || NEEDED.contains(name)) {
            return Optional.of("is a name that PM2 needs itself: it sets a variable named like the application");
        }
        return variables.contains(name)
                ? Optional.of("is also the name of one of its variables, which PM2 would overwrite")
                : Optional.empty();
    }
}
