package dev.pm2console.logs;

import java.util.List;
import java.util.Optional;

/// Lines of files, oldest first.
///
/// @param raw       the same lines as the applications wrote them
/// @param truncated whether there are more before them
/// @param before    what to ask with for those; empty where there are none, or where it can't be told any more
public record LogPage(List<LogLine> lines, List<String> raw, boolean truncated, Optional<String> before) {

    public LogPage {
        lines = List.copyOf(lines);
        raw = List.copyOf(raw);
    }
}
