package dev.pm2console.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.quarkus.qute.TemplateEnum;

/// An option of an application: PM2's name for it, and how people read it.
@TemplateEnum
public enum AppOption {
    SCRIPT("script", "Script", Section.RUNS, Kind.TEXT, ""),
    ARGS("args", "Arguments", Section.RUNS, Kind.WORDS, "none"),
    CWD("cwd", "Directory", Section.RUNS, Kind.TEXT, ""),
    INTERPRETER("interpreter", "Interpreter", Section.RUNS, Kind.TEXT, ""),
    NODE_ARGS("node_args", "Interpreter arguments", Section.RUNS, Kind.WORDS, "none"),
    EXEC_MODE("exec_mode", "Mode", Section.RUNS, Kind.TEXT, ""),
    NAMESPACE("namespace", "Namespace", Section.RUNS, Kind.TEXT, "default"),
    INSTANCE_VAR("instance_var", "Instance variable", Section.RUNS, Kind.TEXT, "NODE_APP_INSTANCE"),
    INCREMENT_VAR("increment_var", "Counted variable", Section.RUNS, Kind.TEXT, "none"),
    SOURCE_MAP_SUPPORT("source_map_support", "Source maps", Section.RUNS, Kind.FLAG, "no"),
    AUTORESTART("autorestart", "Restarts by itself", Section.RESTARTS, Kind.FLAG, "yes"),
    MAX_RESTARTS("max_restarts", "Restarts in a row", Section.RESTARTS, Kind.NUMBER, "16"),
    MIN_UPTIME("min_uptime", "Counts as up after", Section.RESTARTS, Kind.MILLIS, "1s"),
    RESTART_DELAY("restart_delay", "Waits before a restart", Section.RESTARTS, Kind.MILLIS, "0"),
    EXP_BACKOFF("exp_backoff_restart_delay", "Growing wait from", Section.RESTARTS, Kind.MILLIS, "off"),
    MAX_MEMORY("max_memory_restart", "Memory limit", Section.RESTARTS, Kind.BYTES, "none"),
    CRON("cron_restart", "On a schedule", Section.RESTARTS, Kind.TEXT, "never"),
    STOP_EXIT_CODES("stop_exit_codes", "Not after exit codes", Section.RESTARTS, Kind.WORDS, "none"),
    WAIT_READY("wait_ready", "Waits for “ready”", Section.STARTS, Kind.FLAG, "no"),
    LISTEN_TIMEOUT("listen_timeout", "Waits at most", Section.STARTS, Kind.MILLIS, "3s"),
    KILL_TIMEOUT("kill_timeout", "Killed after", Section.STARTS, Kind.MILLIS, "1600 ms"),
    SHUTDOWN_MESSAGE("shutdown_with_message", "Ends by a message", Section.STARTS, Kind.FLAG, "no"),
    TREEKILL("treekill", "Descendants end with it", Section.STARTS, Kind.FLAG, "yes"),
    AUTOSTART("autostart", "Starts at once", Section.STARTS, Kind.FLAG, "yes"),
    WATCH("watch", "Watched files", Section.WATCHING, Kind.WORDS, "none"),
    IGNORE_WATCH("ignore_watch", "Except", Section.WATCHING, Kind.WORDS, "none"),
    OUT_FILE("out_file", "stdout", Section.LOGS, Kind.TEXT, ""),
    ERROR_FILE("error_file", "stderr", Section.LOGS, Kind.TEXT, ""),
    LOG_FILE("log_file", "Both", Section.LOGS, Kind.TEXT, "none"),
    MERGE_LOGS("merge_logs", "One file for all instances", Section.LOGS, Kind.FLAG, "no"),
    LOG_DATE_FORMAT("log_date_format", "Time before each line", Section.LOGS, Kind.TEXT, "none"),
    LOG_TYPE("log_type", "Format", Section.LOGS, Kind.TEXT, "text"),
    VIZION("vizion", "Looks for the version", Section.RUNS, Kind.FLAG, "yes");

    private static final long SECOND = 1000;
    private static final long KILO = 1024;

    private final String wire;
    private final String label;
    private final Section section;
    private final Kind kind;
    private final String usual;

    AppOption(String wire, String label, Section section, Kind kind, String usual) {
        this.wire = wire;
        this.label = label;
        this.section = section;
        this.kind = kind;
        this.usual = usual;
    }

    /// What belongs together.
    public enum Section {
        RUNS("What runs"),
        RESTARTS("Restarts"),
        STARTS("Start and end"),
        WATCHING("Watching"),
        LOGS("Logs");

        private final String title;

        Section(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /// What its value is.
    enum Kind {
        TEXT,
        WORDS,
        FLAG,
        NUMBER,
        MILLIS,
        BYTES
    }

    /// The option that PM2 names so.
    static Optional<AppOption> of(String wire) {
        return Arrays.stream(values()).filter(it -> it.wire.equals(wire)).findFirst();
    }

    /// PM2's name.
    public String wire() {
        return wire;
    }

    /// What it is, in words.
    public String label() {
        return label;
    }

    Section section() {
        return section;
    }

    /// Whether it is true or false.
    public boolean isFlag() {
        return kind == Kind.FLAG;
    }

    /// What it is like unless told otherwise; empty where every application has one of its own.
    public String usual() {
        return usual;
    }

    /// A value for people; what has none is as usual.
    ///
    /// @param value as PM2's record has it, or nothing
    String shown(Object value) {
        var text = switch (value) {
            case null -> "";
            case Boolean flag when this == WATCH -> flag ? "the whole directory" : "";
            case Boolean flag -> flag ? "yes" : "no";
            case Long millis when kind == Kind.MILLIS -> time(millis);
            case Long bytes when kind == Kind.BYTES -> Amounts.typedBytes(bytes);
            case List<?> words -> words.stream().map(it -> quoted(it.toString())).collect(Collectors.joining(" "));
            case Object other when this == CRON && other.toString().equals("0") -> "";
            case Object other -> other.toString();
        };
        return text.isEmpty() ? usual : text;
    }

    /// A value as it is typed into a form; empty where there is none.
    String typed(Object value) {
        return switch (value) {
            case null -> "";
            case Boolean flag -> flag ? "yes" : "no";
            case Long bytes when kind == Kind.BYTES -> size(bytes);
            case List<?> words -> words.stream().map(it -> quoted(it.toString())).collect(Collectors.joining(" "));
            case Object other when this == CRON && other.toString().equals("0") -> "";
            case BigDecimal number -> number.toPlainString();
            case Object other -> other.toString();
        };
    }

    private static String time(long millis) {
        return millis > 0 && millis % SECOND == 0 ? Amounts.typed(millis / SECOND) : millis == 0 ? "0" : millis + " ms";
    }

    /// With the largest unit that leaves a whole number.
    private static String size(long bytes) {
        var amount = bytes;
        var unit = 0;
        while (amount > 0 && amount % KILO == 0 && unit < 3) {
            amount /= KILO;
            unit++;
        }
        return unit == 0 ? Long.toString(amount) : amount + "KMG".substring(unit - 1, unit);
    }

    /// A word as a shell would have to be given it.
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=@,+%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
