package dev.pm2console.events;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

import dev.pm2console.process.ProcessId;

/// Who saw how a process was before it ended. Answers at once.
public interface Witness {

    /// Its resident memory when it was measured last, in bytes.
    OptionalLong memory(ProcessId id);

    /// The errors that it wrote in this time, oldest first; at most some dozens.
    List<Line> errors(ProcessId id, Instant from, Instant to);

    /// A line of output.
    ///
    /// @param key     names it, in a link to it
    /// @param follows whether it belongs to the line before it, as the lines of a stack trace do
    record Line(String text, String key, boolean follows) {
    }
}
