package dev.pm2console.logs;

import java.util.List;

/// A line that was searched for.
///
/// @param before the lines before it, oldest first
/// @param after  the lines behind it
/// @param file   the name of its file
/// @param offset where it begins there; in one that is gzipped, unpacked
public record LogMatch(LogLine line, List<LogLine> before, List<LogLine> after, String file, long offset) {

    public LogMatch {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
