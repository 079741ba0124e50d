package dev.pm2console.logs;

import java.time.Instant;
import java.util.List;

/// A line of a file that is wanted.
///
/// @param order  its time as far as the file tells
/// @param offset where it begins
/// @param end    where its line end is
/// @param before the lines before it, where they can't be read later
/// @param after  likewise
record FoundLine(LogFile file, Instant order, long offset, long end, String text, LineFacts facts, List<String> before,
        List<String> after) {
}
