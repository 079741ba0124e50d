package dev.pm2console.metrics.history;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Removes what is too old or too much. Where the clock was set since the last time, it waits for the next: a clock that is
/// wrong for a moment must not cost two weeks.
public final class HistoryPruning {

    private static final long SET_CLOCK = Duration.ofMinutes(1).toMillis();

    private final HistoryTable table;
    private final History history;
    private final Duration retention;
    private final long maxBytes;
    private Optional<Moment> before = Optional.empty();

    private record Moment(long millis, long nanos) {
    }

    /// @param retention how long points of a minute are kept
    public HistoryPruning(HistoryTable table, History history, Duration retention, long maxBytes) {
        this.table = table;
        this.history = history;
        this.retention = retention;
        this.maxBytes = maxBytes;
    }

    /// @param nanos of a clock that nobody sets, such as `System.nanoTime()`
    public void prune(Instant now, long nanos) {
        var moment = new Moment(now.toEpochMilli(), nanos);
        var steady = before.isPresent() && Math.abs((moment.millis - before.get().millis)
                - (moment.nanos - before.get().nanos) / 1_000_000) < SET_CLOCK;
        before = Optional.of(moment);
        if (steady) {
            prune(moment.millis);
        }
    }

    private void prune(long now) {
        for (var tier : Tier.values()) {
            var kept = tier == Tier.MINUTES ? retention.toMillis() : tier.kept();
            table.removeBefore(tier, now - kept - tier.blockLength());
        }
        table.removeEmpty();
        boundSeries();
        boundBytes();
    }

    private void boundSeries() {
        var excess = table.keys().size() - History.MAX_SERIES;
        if (excess > 0) {
            table.oldest(gone(), excess).forEach(table::remove);
        }
    }

    /// Whoever is gone goes first.
    private void boundBytes() {
        for (var whose : List.of(gone(), Set.<SeriesKey> of())) {
            var size = table.size();
            if (size.bytes() > maxBytes) {
                var average = Math.max(1, size.bytes() / size.blocks());
                table.removeOldest((int) Math.ceilDiv(size.bytes() - maxBytes, average), whose);
            }
        }
        table.removeEmpty();
    }

    private Set<SeriesKey> gone() {
        var gone = new HashSet<>(table.keys());
        gone.removeAll(history.present());
        return gone;
    }
}
