package dev.pm2console.process;

import java.time.Instant;

/// Output as the daemon read it: part of a line, one, or hundreds of them. `toString` leaves the text out.
///
/// @param id       the process
/// @param outgoing from the instance that a reload is replacing: `id` is its successor's too, so that lines of the two
///                 are put together apart
/// @param name     the process's
/// @param stream   which output
/// @param at       when the daemon read it
/// @param data     the text; a character cut at the chunk's edge is U+FFFD
public record LogChunk(ProcessId id, boolean outgoing, String name, LogStream stream, Instant at, String data)
        implements
            LogPiece {

    @Override
    public String toString() {
        return "LogChunk[" + id + " " + stream + " " + data.length() + " characters]";
    }
}
