package dev.pm2console.logs;

import java.util.List;
import java.util.Optional;

/// A line with those around it in its file, oldest first.
///
/// @param index  which of them it is
/// @param before as in a [LogPage]
public record LogContext(List<LogLine> lines, int index, Optional<String> before) {

    public LogContext {
        lines = List.copyOf(lines);
    }
}
