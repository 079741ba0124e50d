package dev.pm2console.alerts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.pm2console.logs.LogBatch;
import dev.pm2console.process.ProcessId;

/// When each process wrote its last line.
final class LogActivity {

    private final Map<ProcessId, Instant> last = new ConcurrentHashMap<>();
    private final InstantSource clock;

    LogActivity(InstantSource clock) {
        this.clock = clock;
    }

    /// Called with each batch, on the thread that made it.
    void heard(LogBatch batch) {
        var now = clock.instant();
        batch.lines().forEach(line -> last.put(line.id(), now));
        batch.lost().forEach(lost -> last.put(lost.id(), now));
    }

    Optional<Instant> lastLine(ProcessId id) {
        return Optional.ofNullable(last.get(id));
    }

    /// Forgets all others.
    void keep(Set<ProcessId> ids) {
        last.keySet().retainAll(ids);
    }
}
