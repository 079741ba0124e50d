package dev.pm2console.pm2;

import java.time.Instant;

import dev.pm2console.process.LogGap;
import dev.pm2console.process.LogStream;
import dev.pm2console.process.ProcessId;

/// A message of `log:out` or `log:err` without its text.
///
/// @param data where the text begins in the JSON, with its quote
record LogHead(ProcessId id, boolean outgoing, String name, LogStream stream, Instant at, int data) {

    /// What is told where this message is left out.
    ///
    /// @param lines the line ends in it
    /// @param open  whether it ends within a line
    LogGap gap(long lines, boolean open) {
        return new LogGap(id, outgoing, name, stream, at, lines, open);
    }
}
