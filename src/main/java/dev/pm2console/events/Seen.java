package dev.pm2console.events;

import java.time.Instant;
import java.util.Optional;

import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;

/// How a process was seen last.
///
/// @param restarts    how often it had been restarted
/// @param onlineSince when its system process had been started
public record Seen(ProcessId id, String name, int restarts, Optional<Instant> onlineSince) {

    static Seen of(ManagedProcess process) {
        return new Seen(process.id(), process.name(), process.restarts(), process.onlineSince());
    }
}
