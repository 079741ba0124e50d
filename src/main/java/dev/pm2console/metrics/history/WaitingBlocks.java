package dev.pm2console.metrics.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/// Blocks that are over and not written yet. Of more than there may be, the oldest are lost, and counted.
final class WaitingBlocks {

    private final int most;
    private final Deque<OwnedBlock> blocks = new ArrayDeque<>();
    private long lost;

    WaitingBlocks(int most) {
        this.most = most;
    }

    void add(SeriesKey key, Block block) {
        if (blocks.size() >= most) {
            blocks.removeFirst();
            lost++;
        }
        blocks.addLast(new OwnedBlock(key, block));
    }

    List<OwnedBlock> all() {
        return List.copyOf(blocks);
    }

    void written(List<OwnedBlock> some) {
        var gone = new HashSet<>(some);
        blocks.removeIf(gone::contains);
    }

    void of(SeriesKey key, Tier tier, Consumer<Block> taker) {
        for (var waiting : blocks) {
            if (waiting.block().tier() == tier && waiting.key().equals(key)) {
                taker.accept(waiting.block());
            }
        }
    }

    int size() {
        return blocks.size();
    }

    long lost() {
        return lost;
    }
}
