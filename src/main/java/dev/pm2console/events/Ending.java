package dev.pm2console.events;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How a system process ended: as much as is known.
///
/// @param exitCode its code; empty where a signal ended it
/// @param signal   that ended it, by name
/// @param uptimeMs how long it ran
/// @param memory   resident bytes shortly before
/// @param lines    the last errors that it wrote, oldest first; at most [#MOST_LINES], each of at most [#LONGEST_LINE] characters
/// @param line     names the last of them, in a link to it
public record Ending(OptionalInt exitCode, Optional<String> signal, OptionalLong uptimeMs, OptionalLong memory,
        List<String> lines, Optional<String> line) {

    /// So many lines are kept.
    public static final int MOST_LINES = 10;
    /// So many characters of a line are kept.
    public static final int LONGEST_LINE = 1_000;

    /// Errors that are older than this when it ended are not its last.
    static final Duration RECENT = Duration.ofMinutes(5);

    /// Where nothing ended.
    public static final Ending NONE = new Ending(OptionalInt.empty(), Optional.empty(), OptionalLong.empty(),
            OptionalLong.empty(), List.of(), Optional.empty());

    public Ending {
        signal = signal.map(it -> PlainLine.of(it, 20));
        lines = lines.stream().skip(Math.max(0, lines.size() - MOST_LINES)).map(it -> PlainLine.of(it, LONGEST_LINE)).toList();
    }
}
