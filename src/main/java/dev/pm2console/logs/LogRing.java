package dev.pm2console.logs;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/// The last lines of one process. For one thread at a time.
final class LogRing {

    /// What a line costs besides its text: its objects and its place, measured on a 64-bit JVM.
    private static final int OVERHEAD = 200;

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

    /// A text takes a byte a character, or two where one of them is no Latin one.
    private static int cost(LogLine line) {
        var text = line.text();
        var wide = text.chars().anyMatch(c -> c > 0xff);
        return OVERHEAD + (wide ? 2 * text.length() : text.length());
    }
}
