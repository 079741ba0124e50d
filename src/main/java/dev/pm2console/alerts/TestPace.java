package dev.pm2console.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/// Keeps people, and programs, from sending one test after the other.
final class TestPace {

    private static final int MOST = 10;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Deque<Instant> sent = new ArrayDeque<>();

    TestPace(InstantSource clock) {
        this.clock = clock;
    }

    /// @throws AlertException ([AlertRefusal.TooManyTests]) where there were too many lately
    synchronized void admit() {
        var now = clock.instant();
        while (!sent.isEmpty() && !sent.getFirst().plus(WITHIN).isAfter(now)) {
            sent.removeFirst();
        }
        if (sent.size() >= MOST) {
            throw new AlertException(new AlertRefusal.TooManyTests(Duration.between(now, sent.getFirst().plus(WITHIN))));
        }
        sent.addLast(now);
    }
}
