package dev.pm2console.pm2;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.pm2console.process.EnvFingerprint;
import dev.pm2console.process.ExecMode;
import dev.pm2console.process.LogFiles;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.Probe;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Status;

/// What was taken of one of PM2's records so far, and what the console makes of it.
final class ProcessFacts {

    /// Fields of the record that are options: PM2's name in the record, and the name a person writes.
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("name", "name"),
            Map.entry("namespace", "namespace"),
            Map.entry("pm_exec_path", "script"),
            Map.entry("pm_cwd", "cwd"),
            Map.entry("args", "args"),
            Map.entry("exec_interpreter", "interpreter"),
            Map.entry("node_args", "node_args"),
            Map.entry("exec_mode", "exec_mode"),
            Map.entry("autorestart", "autorestart"),
            Map.entry("autostart", "autostart"),
            Map.entry("watch", "watch"),
            Map.entry("ignore_watch", "ignore_watch"),
            Map.entry("max_memory_restart", "max_memory_restart"),
            Map.entry("cron_restart", "cron_restart"),
            Map.entry("restart_delay", "restart_delay"),
            Map.entry("exp_backoff_restart_delay", "exp_backoff_restart_delay"),
            Map.entry("max_restarts", "max_restarts"),
            Map.entry("min_uptime", "min_uptime"),
            Map.entry("kill_timeout", "kill_timeout"),
            Map.entry("listen_timeout", "listen_timeout"),
            Map.entry("wait_ready", "wait_ready"),
            Map.entry("shutdown_with_message", "shutdown_with_message"),
            Map.entry("stop_exit_codes", "stop_exit_codes"),
            Map.entry("merge_logs", "merge_logs"),
            Map.entry("log_date_format", "log_date_format"),
            Map.entry("log_type", "log_type"),
            Map.entry("instance_var", "instance_var"),
            Map.entry("increment_var", "increment_var"),
            Map.entry("source_map_support", "source_map_support"),
            Map.entry("treekill", "treekill"),
            Map.entry("vizion", "vizion"),
            Map.entry("pm_out_log_path", "out_file"),
            Map.entry("pm_err_log_path", "error_file"),
            Map.entry("pm_log_path", "log_file"));

    private final Map<String, Object> values = new HashMap<>();
    EnvFingerprint env = EnvFingerprint.EMPTY;
    List<Probe> probes = List.of();
    List<String> actions = List.of();

    /// Whether the record's field is an option of the application.
    static boolean isOption(String field) {
        return OPTIONS.containsKey(field);
    }

    void put(String field, Optional<Object> value) {
        value.ifPresent(present -> values.putIfAbsent(field, present));
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(values.get(field)).map(Object::toString);
    }

    OptionalLong number(String field) {
        return switch (values.get(field)) {
            case Long whole -> OptionalLong.of(whole);
            case BigDecimal decimal -> OptionalLong.of(decimal.longValue());
            case null, default -> OptionalLong.empty();
        };
    }

    Map<String, Object> options() {
        var options = new HashMap<String, Object>();
        OPTIONS.forEach((field, option) -> {
            if (values.containsKey(field)) {
                options.put(option, field.equals("exec_mode") ? mode().wire() : values.get(field));
            }
        });
        return options;
    }

    ExecMode mode() {
        return text("exec_mode").equals(Optional.of("cluster_mode")) ? ExecMode.CLUSTER : ExecMode.FORK;
    }

    Optional<ManagedProcess> process() {
        var id = number("pm_id");
        var status = text("status").flatMap(Status::of);
        if (id.isEmpty() || id.getAsLong() < 0 || id.getAsLong() > Integer.MAX_VALUE || status.isEmpty()
                || text("name").isEmpty()) {
            return Optional.empty();
        }
        var pid = number("pid");
        return Optional.of(new ManagedProcess(
                new ProcessId((int) id.getAsLong()),
                text("name").orElseThrow(),
                text("namespace").orElse("default"),
                status.get(),
                pid.orElse(0) > 0 ? pid : OptionalLong.empty(),
                mode(),
                (int) number("restart_time").orElse(0),
                (int) number("unstable_restarts").orElse(0),
                status.get().isUp() ? instant("pm_uptime") : Optional.empty(),
                instant("created_at"),
                text("username"),
                watching(),
                text("version").filter(version -> !version.equals("N/A")),
                text("node_version"),
                exitCode(),
                Boolean.TRUE.equals(values.get("pmx_module")),
                values.get("cpu") instanceof Number cpu ? cpu.doubleValue() : 0,
                number("memory").orElse(0),
                new LogFiles(path("pm_out_log_path"), path("pm_err_log_path"), path("pm_log_path")),
                options(),
                env,
                probes,
                actions));
    }

    private boolean watching() {
        return switch (values.get("watch")) {
            case Boolean watching -> watching;
            case List<?> paths -> !paths.isEmpty();
            case null, default -> false;
        };
    }

    private OptionalInt exitCode() {
        var code = number("exit_code");
        return code.isPresent() ? OptionalInt.of((int) code.getAsLong()) : OptionalInt.empty();
    }

    private Optional<Instant> instant(String field) {
        var millis = number(field);
        return millis.isPresent() ? Optional.of(Instant.ofEpochMilli(millis.getAsLong())) : Optional.empty();
    }

    /// Where the console runs in a locale without the characters of a path, it can't open that file; that spoils nothing
    /// else.
    private Optional<Path> path(String field) {
        try {
            return text(field).filter(text -> text.startsWith("/")).map(Path::of);
        } catch (InvalidPathException notOnThisSystem) {
            return Optional.empty();
        }
    }
}
