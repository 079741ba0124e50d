package dev.pm2console.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Whether a process ends by itself again and again.
final class CrashLoop {

    /// So many ends by itself within [#WINDOW] are a loop.
    static final int ENDS = 5;
    static final Duration WINDOW = Duration.ofSeconds(60);
    /// So many restarts in quick succession, as PM2 counts them, are one as well.
    static final int UNSTABLE = 3;
    /// Who stays up for so long has left it.
    static final Duration STAYS_UP = Duration.ofSeconds(60);

    private final Deque<Instant> ends = new ArrayDeque<>();
    private Optional<Instant> since = Optional.empty();
    private int total;

    /// @return whether the loop is recognised with this end
    boolean ended(Instant at, int unstableRestarts) {
        ends.addLast(at);
        while (ends.size() > ENDS || ends.getFirst().isBefore(at.minus(WINDOW))) {
            ends.removeFirst();
        }
        total++;
        if (since.isPresent() || (ends.size() < ENDS && unstableRestarts < UNSTABLE)) {
            return false;
        }
        since = Optional.of(ends.getFirst());
        total = Math.max(ends.size(), unstableRestarts);
        return true;
    }

    /// When it began; empty where there is none.
    Optional<Instant> since() {
        return since;
    }

    /// How often it has ended since the loop began.
    int total() {
        return total;
    }

    /// It is over.
    void over() {
        since = Optional.empty();
        ends.clear();
        total = 0;
    }
}
