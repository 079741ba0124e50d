package dev.pm2console.metrics.history;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.pm2console.storage.SteadyClock;

/// Removes what is too old or too much. Where the clock was set since the last time, it waits for the next: a clock that is
/// wrong for a moment must not cost two weeks.
public final class HistoryPruning {

    private final HistoryTable table;
    private final History history;
    private final Duration retention;
    private final long maxBytes;
    private final SteadyClock steady = new SteadyClock();

    /// @param retention how long points of a minute are kept
    public HistoryPruning(HistoryTable table, History history, Duration retention, long maxBytes) {
        this.table = table;
        this.history = history;
        this.retention = retention;
        this.maxBytes = maxBytes;
    }

    /// @param nanos of a clock that nobody sets, such as `System.nanoTime()`
    public void prune(Instant now, long nanos) {
        if (steady.isSteady(now, nanos)) {
            prune(now.toEpochMilli());
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
