package dev.pm2console.logs;

import java.time.Instant;

/// A line where it is in a file.
///
/// @param raw   as the application wrote it; what is over [SafeText#LONGEST] is left out
/// @param file  its place in the output's files, the newest first
/// @param begin its first byte, of the file unpacked
/// @param end   behind its line end
/// @param order its own time, or that of the line it stands behind, or a guess
record FileLine(LogLine line, String raw, int file, long begin, long end, Instant order) {
}
