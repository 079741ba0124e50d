package dev.pm2console.metrics.history;

import java.util.Optional;

/// One metric of a block: for each point how many samples it has, their least, mean and greatest.
final class Column {

    private final short[] counts = new short[Tier.POINTS];
    private final float[] means = new float[Tier.POINTS];
    private final float[] mins;
    private final float[] maxes;

    private Column(boolean single) {
        mins = single ? means : new float[Tier.POINTS];
        maxes = single ? means : new float[Tier.POINTS];
    }

    static Column of(Tier tier) {
        return new Column(tier == Tier.SECONDS);
    }

    /// Whether a point is one value.
    boolean isSingle() {
        return mins == means;
    }

    /// Adds a sample; where a point is one value, the last one counts.
    void add(int slot, float value) {
        merge(slot, value, value, value, 1);
    }

    /// Adds what several samples came to.
    void merge(int slot, float min, float mean, float max, int count) {
        var before = counts[slot];
        if (isSingle() || before == 0) {
            set(slot, min, mean, max, isSingle() ? 1 : count);
            return;
        }
        var all = before + count;
        means[slot] = (float) (((double) means[slot] * before + (double) mean * count) / all);
        mins[slot] = Math.min(mins[slot], min);
        maxes[slot] = Math.max(maxes[slot], max);
        counts[slot] = (short) Math.min(Short.MAX_VALUE, all);
    }

    void set(int slot, float min, float mean, float max, int count) {
        mins[slot] = min;
        maxes[slot] = max;
        means[slot] = mean;
        counts[slot] = (short) Math.min(Short.MAX_VALUE, count);
    }

    void clear(int slot) {
        counts[slot] = 0;
    }

    int count(int slot) {
        return counts[slot];
    }

    float min(int slot) {
        return mins[slot];
    }

    float mean(int slot) {
        return means[slot];
    }

    float max(int slot) {
        return maxes[slot];
    }

    Optional<Point> point(int slot, long at) {
        return counts[slot] == 0 ? Optional.empty()
                : Optional.of(new Point(at, mins[slot], means[slot], maxes[slot], counts[slot]));
    }
}
