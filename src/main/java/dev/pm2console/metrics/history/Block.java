package dev.pm2console.metrics.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Some time of one process at one resolution: what is read and written at once.
final class Block {

    /// The most metrics that a block has.
    static final int MAX_COLUMNS = 64;

    private final Tier tier;
    private final long start;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    /// @param start a moment at which a block of this tier begins
    Block(Tier tier, long start) {
        this.tier = tier;
        this.start = start;
    }

    Tier tier() {
        return tier;
    }

    long start() {
        return start;
    }

    long end() {
        return start + tier.blockLength();
    }

    Map<String, Column> columns() {
        return columns;
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    /// Adds samples of one moment.
    void add(long at, Map<String, Float> values) {
        var slot = tier.slot(at);
        values.forEach((metric, value) -> {
            var column = column(metric);
            if (column != null) {
                column.add(slot, value);
            }
        });
    }

    /// Puts what a finer block has into the points that it belongs to, in place of what they had.
    void replaceFrom(Block finer) {
        finer.columns.forEach((metric, from) -> {
            var to = column(metric);
            if (to == null) {
                return;
            }
            var cleared = -1;
            for (var i = 0; i < Tier.POINTS; i++) {
                var at = finer.start + i * finer.tier.resolution();
                if (from.count(i) > 0 && at >= start && at < end()) {
                    var slot = tier.slot(at);
                    if (slot != cleared) {
                        to.clear(slot);
                        cleared = slot;
                    }
                    to.merge(slot, from.min(i), from.mean(i), from.max(i), from.count(i));
                }
            }
        });
    }

    /// Tells the points of one metric that begin from `from` on and before `to`, oldest first.
    void points(String metric, long from, long to, Consumer<Point> taker) {
        var column = columns.get(metric);
        if (column == null) {
            return;
        }
        for (var slot = 0; slot < Tier.POINTS; slot++) {
            var at = start + slot * tier.resolution();
            if (at >= from && at < to) {
                column.point(slot, at).ifPresent(taker);
            }
        }
    }

    /// @return `null` where there are too many of them
    private Column column(String metric) {
        var column = columns.get(metric);
        if (column == null && columns.size() < MAX_COLUMNS) {
            column = Column.of(tier);
            columns.put(metric, column);
        }
        return column;
    }
}
