package dev.pm2console.metrics.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import dev.pm2console.metrics.Metric;

/// What is in memory of one process: the block of each tier that time is in now, and of its main figures the last quarter of
/// an hour.
final class ProcessHistory {

    private final Map<Tier, Block> open = new EnumMap<>(Tier.class);
    private final Map<String, RecentValues> recent = Map.of(
            Metric.CPU.wire(), new RecentValues(),
            Metric.MEMORY.wire(), new RecentValues());

    /// Adds samples of one moment, which is in no earlier block than the ones before.
    ///
    /// @return the blocks that ended before it
    List<Block> add(long at, Map<String, Float> values) {
        var ended = close(at);
        for (var tier : Tier.values()) {
            open.computeIfAbsent(tier, it -> new Block(it, it.blockStart(at))).add(at, values);
        }
        recent.forEach((metric, ring) -> {
            var value = values.get(metric);
            if (value != null) {
                ring.add(at, value);
            }
        });
        return ended;
    }

    /// Lets go of the blocks that end before this moment.
    List<Block> close(long at) {
        var ended = open.values().stream().filter(block -> block.end() <= at).toList();
        ended.forEach(block -> open.remove(block.tier()));
        return ended;
    }

    /// Whether nothing happened for so long that nothing has to be in memory.
    boolean isIdle(long at) {
        return open.isEmpty() && recent.values().stream().allMatch(ring -> ring.isOlderThan(at - Tier.SECONDS.kept()));
    }

    /// Takes a block as it was before the console was started.
    void restore(Block block) {
        open.put(block.tier(), block);
    }

    /// Takes main figures out of a block of seconds.
    void restoreRecent(Block seconds) {
        recent.forEach((metric, ring) -> seconds.points(metric, Long.MIN_VALUE, Long.MAX_VALUE,
                point -> ring.add(point.at(), point.mean())));
    }

    Optional<Block> open(Tier tier) {
        return Optional.ofNullable(open.get(tier));
    }

    List<Block> open() {
        return new ArrayList<>(open.values());
    }

    /// Whether [#recent] knows this metric.
    boolean hasRecent(String metric) {
        return recent.containsKey(metric);
    }

    void recent(String metric, long from, long to, Consumer<Point> taker) {
        recent.get(metric).points(from, to, taker);
    }
}
