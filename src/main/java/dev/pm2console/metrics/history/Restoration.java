package dev.pm2console.metrics.history;

import java.util.ArrayList;
import java.util.List;

/// What the console knew of one process when it ended. Blocks of the coarser tiers are made anew out of the finer ones, which
/// are written more often.
///
/// @param history what belongs into memory
/// @param ended   blocks that were open then and are over now: they are yet to be written
record Restoration(ProcessHistory history, List<Block> ended) {

    /// @param newest a moment of its last block of seconds
    static Restoration of(HistoryTable table, SeriesKey key, long newest, long now) {
        var history = new ProcessHistory();
        var ended = new ArrayList<Block>();
        var last = Math.min(newest, now);
        blocks(table, key, Tier.SECONDS, now - Tier.SECONDS.kept() - Tier.SECONDS.blockLength(), now + 1)
                .forEach(history::restoreRecent);
        var finer = stored(table, key, Tier.SECONDS, last);
        settle(history, ended, finer, now);
        for (var tier : List.of(Tier.TENS, Tier.MINUTES)) {
            var block = stored(table, key, tier, last);
            blocks(table, key, finer.tier(), block.start(), block.end()).forEach(block::replaceFrom);
            block.replaceFrom(finer);
            settle(history, ended, block, now);
            finer = block;
        }
        return new Restoration(history, ended);
    }

    private static void settle(ProcessHistory history, List<Block> ended, Block block, long now) {
        if (block.isEmpty()) {
            return;
        }
        if (block.end() > now) {
            history.restore(block);
        } else if (block.tier() != Tier.SECONDS) {
            ended.add(block);
        }
    }

    /// As it was written, or empty.
    private static Block stored(HistoryTable table, SeriesKey key, Tier tier, long at) {
        var start = tier.blockStart(at);
        return blocks(table, key, tier, start, start + 1).stream().findFirst().orElseGet(() -> new Block(tier, start));
    }

    private static List<Block> blocks(HistoryTable table, SeriesKey key, Tier tier, long from, long to) {
        var blocks = new ArrayList<Block>();
        table.blocks(key, tier, from, to, blocks::add);
        return blocks;
    }
}
