package dev.pm2console.events;

import java.util.ArrayList;
import java.util.List;

/// Chooses of the last errors of a process those that say the most: of a stack trace its first lines rather than its last.
final class LastWords {

    /// So many lines of a stack trace stay.
    private static final int OF_A_TRACE = 4;

    private LastWords() {
    }

    static List<String> of(List<Witness.Line> lines) {
        var chosen = new ArrayList<String>();
        var following = 0;
        for (var line : lines) {
            var isFrame = line.text().startsWith("    at ");
            following = line.follows() || isFrame ? following + 1 : 0;
            if (!isNoise(line.text()) && (!isFrame || following <= OF_A_TRACE)) {
                chosen.add(line.text());
            }
        }
        return List.copyOf(chosen.subList(Math.max(0, chosen.size() - Ending.MOST_LINES), chosen.size()));
    }

    private static boolean isNoise(String text) {
        return text.isBlank() || text.startsWith("Node.js v") || text.startsWith("    at node:internal");
    }
}
