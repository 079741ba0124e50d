package dev.pm2console.logs;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

import dev.pm2console.process.LogStream;
import dev.pm2console.process.ProcessId;

/// One whole line of output. `toString` leaves the text out.
///
/// @param seq     its number in the live stream, 1 and up; empty for a line that only a file has
/// @param id      the process
/// @param process the process's name
/// @param stream  which output
/// @param at      when it was written: as the line itself says, else when PM2 read it; empty where neither is known
/// @param level   where it says one; the lines that follow a first line have the first one's
/// @param follows whether it belongs to the line before it, as the lines of a stack trace do
/// @param text    without its line end, safe to show: no control character but tab and the escape of a colour code
public record LogLine(
        OptionalLong seq,
        ProcessId id,
        String process,
        LogStream stream,
        Optional<Instant> at,
        Optional<Level> level,
        boolean follows,
        String text) {

    @Override
    public String toString() {
        return "LogLine[" + id + " " + stream + " " + seq + " " + text.length() + " characters]";
    }
}
