package dev.pm2console.logs;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;

/// Finds the wanted lines of a block.
///
/// @param otherwise   the time of a line for which the block tells none
/// @param withContext whether the lines around one are kept with it
record BlockSearch(LogFile file, LogQuery query, Instant otherwise, boolean withContext) {

    /// @param offset where the block begins in the file
    /// @return in the order of the file
    ArrayDeque<FoundLine> search(LineBlock block, long offset) {
        var found = new ArrayDeque<FoundLine>();
        block.candidates(query.pattern().needle(), (start, end) -> {
            var text = block.text(start, end);
            if (!query.pattern().test().test(LineBlock.visible(text))) {
                return;
            }
            var facts = block.facts(start);
            if (query.isOfLevel(facts.own().level()) && facts.at().map(query::isInTime).orElse(true)) {
                found.add(new FoundLine(file, facts.at().orElse(otherwise), offset + start, offset + end, text, facts.own(),
                        withContext ? block.before(start, query.context()) : List.of(),
                        withContext ? block.behind(end + 1, query.context()) : List.of()));
            }
        });
        return found;
    }
}
