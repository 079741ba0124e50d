package dev.pm2console.alerts;

import java.time.Duration;

import dev.pm2console.process.Status;

/// What a rule is about: the closed set of conditions. All but [DaemonDown] are about one process at a time.
public sealed interface Condition {

    /// The word for its kind in the API.
    default String type() {
        return switch (this) {
            case InStatus _ -> "status";
            case CrashLoop _ -> "crash-loop";
            case MemoryOver _ -> "memory";
            case CpuOver _ -> "cpu";
            case RestartsOver _ -> "restarts";
            case LogSilent _ -> "silence";
            case DaemonDown _ -> "daemon-down";
        };
    }

    /// It in words, such as `memory over 500 MB`.
    default String words() {
        return switch (this) {
            case InStatus(var status) -> "status is " + status;
            case CrashLoop _ -> "crashes in a loop, or PM2 gave up on it";
            case MemoryOver(var bytes) -> "memory over " + Wording.bytes(bytes);
            case CpuOver(var percent) -> "CPU over " + Wording.percent(percent);
            case RestartsOver(var count, var within) ->
                "more than " + count + (count == 1 ? " restart" : " restarts") + " within " + Wording.duration(within);
            case LogSilent(var time) -> "no log line for " + Wording.duration(time);
            case DaemonDown _ -> "the PM2 daemon is down";
        };
    }

    /// Whether it is about processes rather than about the daemon.
    default boolean ofProcesses() {
        return !(this instanceof DaemonDown);
    }

    /// PM2 says so of the process.
    record InStatus(Status status) implements Condition {
    }

    /// It ends again and again soon after its start, or PM2 has given up starting it.
    record CrashLoop() implements Condition {
    }

    /// The process with its descendants takes more resident memory.
    record MemoryOver(long bytes) implements Condition {
        public MemoryOver {
            Bounds.check(bytes, Bounds.LEAST_BYTES, Bounds.MOST_BYTES);
        }
    }

    /// It uses more of a core, in percent, over some ten seconds.
    record CpuOver(double percent) implements Condition {
        public CpuOver {
            Bounds.check((long) percent, 1, Bounds.MOST_PERCENT);
        }
    }

    /// It was restarted more often than that within a time.
    record RestartsOver(int count, Duration within) implements Condition {
        public RestartsOver {
            Bounds.check(count, 0, Bounds.MOST_RESTARTS);
            Bounds.check(within.toSeconds(), Bounds.LEAST_WINDOW.toSeconds(), Bounds.LONGEST.toSeconds());
        }
    }

    /// It runs and has written nothing for a time.
    record LogSilent(Duration time) implements Condition {
        public LogSilent {
            Bounds.check(time.toSeconds(), Bounds.LEAST_WINDOW.toSeconds(), Bounds.LONGEST.toSeconds());
        }
    }

    /// The daemon can't be talked to.
    record DaemonDown() implements Condition {
    }
}
