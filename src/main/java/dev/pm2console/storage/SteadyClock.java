package dev.pm2console.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Tells whether the clock was set since it was looked at last: a clock that is wrong for a moment must not cost what is kept
/// for weeks.
public final class SteadyClock {

    private static final long SET = Duration.ofMinutes(1).toMillis();

    private Optional<Moment> before = Optional.empty();

    private record Moment(long millis, long nanos) {
    }

    /// @param nanos of a clock that nobody sets, such as `System.nanoTime()`
    /// @return whether both have gone on alike since the last call; not at the first one
    public synchronized boolean isSteady(Instant now, long nanos) {
        var moment = new Moment(now.toEpochMilli(), nanos);
        var steady = before.isPresent() && Math.abs((moment.millis - before.get().millis)
                - (moment.nanos - before.get().nanos) / 1_000_000) < SET;
        before = Optional.of(moment);
        return steady;
    }
}
