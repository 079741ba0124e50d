package dev.pm2console.logs;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/// The last lines of one process. For one thread at a time.
final class LogRing {

    /// What a line costs besides its text: its objects and its place, measured on a 64-bit JVM.
    private static final int OVERHEAD = 200;
    private static final int MOST_LOOKED_AT = 2_000;

    private final Deque<LogLine> lines = new ArrayDeque<>();
    private long bytes;

    void add(LogLine line) {
        lines.add(line);
        bytes += cost(line);
    }

    /// Gives the oldest line up.
    void forgetOldest() {
        bytes -= cost(lines.remove());
    }

    int size() {
        return lines.size();
    }

    /// What it takes of the heap, about.
    long bytes() {
        return bytes;
    }

    Collection<LogLine> lines() {
        return lines;
    }

    /// The last `count` that `matching` takes, oldest first. So many lines are looked at, at most.
    List<LogLine> last(Predicate<LogLine> matching, int count) {
        var found = new ArrayDeque<LogLine>();
        var looked = 0;
        for (var newest = lines.descendingIterator(); newest.hasNext() && found.size() < count && looked < MOST_LOOKED_AT;) {
            var line = newest.next();
            looked++;
            if (matching.test(line)) {
                found.addFirst(line);
            }
        }
        return List.copyOf(found);
    }

    /// A text takes a byte a character, or two where one of them is no Latin one.
    private static int cost(LogLine line) {
        var text = line.text();
        var wide = text.chars().anyMatch(c -> c > 0xff);
        return OVERHEAD + (wide ? 2 * text.length() : text.length());
    }
}
