package dev.pm2console.metrics.history;

import java.time.Duration;

/// A resolution, finest first. What is kept of it is cut into blocks of as many points for everybody.
enum Tier {
    SECONDS(Duration.ofSeconds(1), Duration.ofMinutes(15)),
    TENS(Duration.ofSeconds(10), Duration.ofHours(6)),
    MINUTES(Duration.ofMinutes(1), Duration.ofDays(14));

    /// Points of a block.
    static final int POINTS = 60;

    private final long resolution;
    private final long kept;

    Tier(Duration resolution, Duration kept) {
        this.resolution = resolution.toMillis();
        this.kept = kept.toMillis();
    }

    /// Milliseconds that a point stands for: by this the database knows it.
    long resolution() {
        return resolution;
    }

    /// Milliseconds that it is kept; of [#MINUTES] the default.
    long kept() {
        return kept;
    }

    /// Milliseconds of a block.
    long blockLength() {
        return resolution * POINTS;
    }

    /// When the block begins that has this moment.
    long blockStart(long at) {
        return Math.floorDiv(at, blockLength()) * blockLength();
    }

    /// Which point of its block has this moment.
    int slot(long at) {
        return (int) (Math.floorMod(at, blockLength()) / resolution);
    }
}
