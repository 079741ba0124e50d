package dev.pm2console.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A field of the Start form: an option of `startProcess` under PM2's own name.
enum StartOption {
    SCRIPT("Script", Section.FIRST, Kind.TEXT),
    CWD("Working directory", Section.FIRST, Kind.TEXT),
    NAME("Name", Section.FIRST, Kind.TEXT),
    INSTANCES("Instances", Section.FIRST, Kind.COUNT),
    EXEC_MODE("Mode", Section.FIRST, Kind.TEXT),
    ENV("Environment", Section.FIRST, Kind.VARIABLES),
    ARGS("Arguments", Section.RUNS, Kind.TEXT),
    INTERPRETER("Interpreter", Section.RUNS, Kind.TEXT),
    NODE_ARGS("Node arguments", Section.RUNS, Kind.LINES),
    INTERPRETER_ARGS("Interpreter arguments", Section.RUNS, Kind.LINES),
    NAMESPACE("Namespace", Section.RUNS, Kind.TEXT),
    AUTORESTART("Restart it when it ends", Section.RESTARTS, Kind.USUALLY),
    MAX_RESTARTS("Restart limit", Section.RESTARTS, Kind.WHOLE),
    MIN_UPTIME("Shortest good run", Section.RESTARTS, Kind.TEXT),
    RESTART_DELAY("Restart delay", Section.RESTARTS, Kind.WHOLE),
    EXP_BACKOFF_RESTART_DELAY("Growing restart delay", Section.RESTARTS, Kind.WHOLE),
    MAX_MEMORY_RESTART("Memory limit", Section.RESTARTS, Kind.TEXT),
    CRON_RESTART("Restart schedule", Section.RESTARTS, Kind.TEXT),
    STOP_EXIT_CODES("Exit codes that stop it", Section.RESTARTS, Kind.CODES),
    WAIT_READY("Wait until it says that it is ready", Section.UP_AND_DOWN, Kind.RARELY),
    LISTEN_TIMEOUT("Time to get ready", Section.UP_AND_DOWN, Kind.WHOLE),
    KILL_TIMEOUT("Time to stop", Section.UP_AND_DOWN, Kind.WHOLE),
    WATCH("Restart it when its files change", Section.WATCHING, Kind.WATCH),
    WATCH_PATHS("Watched paths", Section.WATCHING, Kind.WATCHED),
    IGNORE_WATCH("Ignored paths", Section.WATCHING, Kind.LINES),
    OUT_FILE("Output file", Section.LOGS, Kind.TEXT),
    ERROR_FILE("Error file", Section.LOGS, Kind.TEXT),
    LOG_FILE("Combined file", Section.LOGS, Kind.TEXT),
    LOG_DATE_FORMAT("Date format", Section.LOGS, Kind.TEXT),
    TIME("Put the time before each line", Section.LOGS, Kind.RARELY),
    MERGE_LOGS("Same files for all instances", Section.LOGS, Kind.RARELY),
    INSTANCE_VAR("Variable with the instance’s number", Section.CLUSTER, Kind.TEXT),
    INCREMENT_VAR("Variable that counts up", Section.CLUSTER, Kind.TEXT);

    /// Where on the form it is.
    enum Section {
        FIRST,
        RUNS,
        RESTARTS,
        UP_AND_DOWN,
        WATCHING,
        LOGS,
        CLUSTER;

        List<StartOption> options() {
            return Arrays.stream(StartOption.values()).filter(it -> it.section == this).toList();
        }
    }

    /// How it is typed.
    enum Kind {
        TEXT,
        /// A whole number.
        WHOLE,
        /// A whole number, or a word.
        COUNT,
        /// Whole numbers with commas or blanks between them.
        CODES,
        /// One entry in each line.
        LINES,
        /// One `KEY=value` in each line.
        VARIABLES,
        /// A tick that PM2 has set where nothing is said.
        USUALLY,
        /// A tick that PM2 has not set where nothing is said.
        RARELY,
        /// A tick, which goes with [#WATCHED].
        WATCH,
        /// One path in each line; where there are any, they are the value of `watch`.
        WATCHED
    }

    private final String label;
    private final Section section;
    private final Kind kind;

    StartOption(String label, Section section, Kind kind) {
        this.label = label;
        this.section = section;
        this.kind = kind;
    }

    /// The field's name.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    Kind kind() {
        return kind;
    }

    static Optional<StartOption> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
