package dev.pm2console.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Those of the last errors of a process that say the most: of a stack trace its first lines rather than its last.
///
/// @param lines oldest first
/// @param key   names the last of them; empty where there are none
record LastWords(List<String> lines, Optional<String> key) {

    /// So many lines of a stack trace stay.
    private static final int OF_A_TRACE = 4;

    static LastWords of(List<Witness.Line> all) {
        var chosen = new ArrayList<Witness.Line>();
        var following = 0;
        for (var line : all) {
            var isFrame = line.text().startsWith("    at ");
            following = line.follows() || isFrame ? following + 1 : 0;
            if (!isNoise(line.text()) && (!isFrame || following <= OF_A_TRACE)) {
                chosen.add(line);
            }
        }
        var last = chosen.subList(Math.max(0, chosen.size() - Ending.MOST_LINES), chosen.size());
        return new LastWords(last.stream().map(Witness.Line::text).toList(),
                last.isEmpty() ? Optional.empty() : Optional.of(last.getLast().key()));
    }

    private static boolean isNoise(String text) {
        return text.isBlank() || text.startsWith("Node.js v") || text.startsWith("    at node:internal")
                || (text.startsWith("    at ") && text.endsWith(")") && text.contains("(node:internal/"));
    }
}
