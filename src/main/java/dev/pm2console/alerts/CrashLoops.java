package dev.pm2console.alerts;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.pm2console.events.Event;
import dev.pm2console.events.EventKind;
import dev.pm2console.events.EventListener;
import dev.pm2console.process.ProcessId;

/// When a crash loop of each process was recognised last, by how often it ended: PM2 counts those ends only that come within
/// `min_uptime`.
final class CrashLoops implements EventListener {

    private final Map<ProcessId, Instant> last = new ConcurrentHashMap<>();

    @Override
    public void happened(Event event) {
        if (event.kind() == EventKind.CRASH_LOOP) {
            event.id().ifPresent(id -> last.put(id, event.at()));
        }
    }

    Optional<Instant> of(ProcessId id) {
        return Optional.ofNullable(last.get(id));
    }

    /// Forgets all others.
    void keep(Set<ProcessId> ids) {
        last.keySet().retainAll(ids);
    }
}
