package dev.pm2console.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import dev.pm2console.process.ProcessId;

/// The commands that are carried out now, and those of the last moments, whose consequences may show later.
final class Askers {

    /// What follows within this time of a command's end may be its consequence.
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);
    /// Likewise for a signal, upon which an application may tidy up first.
    private static final Duration AFTER_SIGNAL = Duration.ofSeconds(10);
    private static final int MOST = 1_000;

    private static final Set<String> ENDING = Set.of("stopProcess", "restartProcess", "deleteProcess", "reloadProcess",
            "gracefulReload", "scaleProcess", "killPM2", "startEcosystem");
    private static final Set<String> STARTING = Set.of("startProcess", "startStopped", "startEcosystem", "resurrectProcesses",
            "restartProcess", "reloadProcess", "gracefulReload", "scaleProcess");
    private static final String SIGNAL = "sendSignal";

    private final Deque<Entry> entries = new ArrayDeque<>();

    private record Entry(Asked asked, Optional<Instant> ended) {

        private boolean covers(Instant at, Duration afterwards) {
            return !at.isBefore(asked.began().minusMillis(50))
                    && ended.map(end -> !at.isAfter(end.plus(afterwards))).orElse(true);
        }
    }

    void began(Asked asked) {
        entries.addLast(new Entry(asked, Optional.empty()));
        if (entries.size() > MOST) {
            entries.removeFirst();
        }
    }

    /// @param done whether it may have had consequences
    void ended(Asked asked, boolean done, Instant at) {
        entries.removeIf(it -> it.asked.equals(asked));
        if (done) {
            entries.addLast(new Entry(asked, Optional.of(at)));
        }
    }

    /// Forgets those that can have no more consequences.
    void forget(Instant now) {
        entries.removeIf(it -> it.ended.map(end -> end.plus(AFTER_SIGNAL).isBefore(now)).orElse(false));
    }

    /// Who asked that a process ends.
    Optional<Asked> toEnd(ProcessId id, String name, Instant at) {
        return last(it -> ENDING.contains(it.asked.command()) && it.covers(at, AFTERWARDS) && it.asked.concerns(id, name));
    }

    /// Who asked that a process starts.
    Optional<Asked> toStart(ProcessId id, String name, Instant at) {
        return last(it -> STARTING.contains(it.asked.command()) && it.covers(at, AFTERWARDS) && it.asked.concerns(id, name));
    }

    /// Who sent a process a signal.
    Optional<Asked> toSignal(ProcessId id, String name, Instant at) {
        return last(it -> it.asked.command().equals(SIGNAL) && it.covers(at, AFTER_SIGNAL) && it.asked.concerns(id, name));
    }

    /// Who asked for the end of the daemon.
    Optional<Asked> toKill(Instant at) {
        return last(it -> it.asked.command().equals("killPM2") && it.covers(at, AFTER_SIGNAL));
    }

    private Optional<Asked> last(Predicate<Entry> wanted) {
        for (var entries = this.entries.descendingIterator(); entries.hasNext();) {
            var entry = entries.next();
            if (wanted.test(entry)) {
                return Optional.of(entry.asked);
            }
        }
        return Optional.empty();
    }
}
