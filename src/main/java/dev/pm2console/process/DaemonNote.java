package dev.pm2console.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the daemon says of its own doing, in its log: it tells why things happen, which its events do not.
public sealed interface DaemonNote {

    /// When it was said.
    Instant at();

    /// A system process ended.
    ///
    /// @param id     empty for the instance that a reload is replacing
    /// @param code   its exit code; PM2 says 0 for one that a signal ended
    /// @param signal that ended it; PM2 says `SIGINT` where none did
    record Exited(Instant at, String name, Optional<ProcessId> id, int code, String signal) implements DaemonNote {
    }

    /// PM2 ends a system process, because it was asked to or for a reason of its own.
    ///
    /// @param id empty for the instance that a reload is replacing
    record Stopping(Instant at, String name, Optional<ProcessId> id) implements DaemonNote {
    }

    /// A process uses more memory than it may, and is restarted.
    ///
    /// @param memory bytes that it uses
    /// @param limit  bytes that it may use
    record OverMemory(Instant at, ProcessId id, long memory, long limit) implements DaemonNote {
    }

    /// A watched file changed: the processes of this name are restarted.
    record FileChanged(Instant at, String name, String path) implements DaemonNote {
    }

    /// A process that ended is started again after a while.
    record WillRestart(Instant at, ProcessId id, Duration delay) implements DaemonNote {
    }
}
