package dev.pm2console.process;

import java.time.Instant;

/// Output that came faster than it could be kept, and is not told: between the chunk before this and the one behind it.
/// The log file has it.
///
/// @param id       the process
/// @param outgoing from the instance that a reload is replacing
/// @param name     the process's
/// @param stream   which output
/// @param at       when the daemon read the last of it
/// @param lines    how many line ends were left out
/// @param open     whether it ends within a line: what follows up to the next line end is the rest of one
public record LogGap(ProcessId id, boolean outgoing, String name, LogStream stream, Instant at, long lines, boolean open)
        implements
            LogPiece {
}
