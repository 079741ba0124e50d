package dev.pm2console.metrics.history;

import java.util.Arrays;
import java.util.function.Consumer;

/// One metric of the last quarter of an hour, each second: answered without a look at the disk.
final class RecentValues {

    private static final long RESOLUTION = Tier.SECONDS.resolution();
    private static final int SLOTS = (int) (Tier.SECONDS.kept() / RESOLUTION);

    private final float[] values = new float[SLOTS];
    private long newest = Long.MIN_VALUE; // second

    RecentValues() {
        Arrays.fill(values, Float.NaN);
    }

    void add(long at, float value) {
        var second = Math.floorDiv(at, RESOLUTION);
        if (newest == Long.MIN_VALUE || second - newest >= SLOTS) {
            Arrays.fill(values, Float.NaN);
        } else {
            for (var skipped = newest + 1; skipped < second; skipped++) {
                values[slot(skipped)] = Float.NaN;
            }
        }
        if (newest == Long.MIN_VALUE || second > newest - SLOTS) {
            values[slot(second)] = value;
            newest = Math.max(newest, second);
        }
    }

    /// Tells what begins from `from` on and before `to`, oldest first.
    void points(long from, long to, Consumer<Point> taker) {
        if (newest == Long.MIN_VALUE) {
            return;
        }
        var first = Math.max(newest - SLOTS + 1, Math.ceilDiv(from, RESOLUTION));
        for (var second = first; second <= newest && second * RESOLUTION < to; second++) {
            var value = values[slot(second)];
            if (!Float.isNaN(value)) {
                taker.accept(new Point(second * RESOLUTION, value, value, value, 1));
            }
        }
    }

    boolean isOlderThan(long at) {
        return newest == Long.MIN_VALUE || newest * RESOLUTION < at;
    }

    private static int slot(long second) {
        return (int) Math.floorMod(second, (long) SLOTS);
    }
}
