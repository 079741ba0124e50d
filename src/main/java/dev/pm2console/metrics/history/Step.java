package dev.pm2console.metrics.history;

import java.time.Duration;
import java.util.stream.Stream;

/// Which resolution answers a question, and how many milliseconds a point of the answer stands for.
///
/// @param millis a multiple of the tier's resolution
record Step(Tier tier, long millis) {

    /// As many points as a chart can show.
    private static final int USUAL_POINTS = 600;
    private static final long SLACK = Duration.ofMinutes(1).toMillis(); // a question takes its time
    private static final long[] ROUND = Stream.of(1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800,
            21_600, 43_200, 86_400).mapToLong(seconds -> seconds * 1_000L).toArray();

    /// As it was asked for, or the next one that can be answered.
    ///
    /// @param age milliseconds since the oldest moment that is asked for
    static Step atLeast(long millis, long age) {
        var possible = Stream.of(Tier.values()).filter(tier -> tier == Tier.MINUTES || age <= tier.kept() + SLACK).toList();
        var tier = possible.reversed().stream()
                .filter(it -> it.resolution() <= millis && millis % it.resolution() == 0)
                .findFirst().orElse(possible.getFirst());
        return new Step(tier, Math.ceilDiv(millis, tier.resolution()) * tier.resolution());
    }

    /// One that gives so many points that a chart can show them.
    ///
    /// @param sampling milliseconds from one sample to the next
    static Step fitting(long range, long age, long sampling) {
        var least = Math.max(sampling, Math.ceilDiv(range, USUAL_POINTS));
        for (var round : ROUND) {
            if (round >= least) {
                return atLeast(round, age);
            }
        }
        return atLeast(ROUND[ROUND.length - 1], age);
    }
}
