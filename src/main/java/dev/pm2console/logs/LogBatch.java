package dev.pm2console.logs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import dev.pm2console.process.LogStream;
import dev.pm2console.process.ProcessId;

/// What came of output at one time.
///
/// @param lines numbered without a gap from batch to batch, oldest first
/// @param lost  what came faster than it could be read
public record LogBatch(List<LogLine> lines, List<Lost> lost) {

    public LogBatch {
        lines = List.copyOf(lines);
        lost = List.copyOf(lost);
    }

    /// What is told where all these lines are left out.
    public List<Lost> asLost() {
        var counts = new LinkedHashMap<Lost, Long>();
        lines.forEach(line -> counts.merge(new Lost(line.id(), line.process(), line.stream(), 0), 1L, Long::sum));
        var all = new ArrayList<Lost>();
        counts.forEach((of, count) -> all.add(new Lost(of.id, of.process, of.stream, count)));
        return all;
    }

    /// Lines that are only in the file.
    ///
    /// @param id      whose
    /// @param process its name
    /// @param stream  of which output
    /// @param lines   how many
    public record Lost(ProcessId id, String process, LogStream stream, long lines) {
    }
}
