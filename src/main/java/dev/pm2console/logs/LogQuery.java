package dev.pm2console.logs;

import java.time.Instant;
import java.util.Optional;

/// Which lines of files are searched for.
///
/// @param level   a line says this level or a worse one
/// @param from    not before; a line without a time of its own has that of the line before it
/// @param to      before
/// @param limit   at most so many, the newest
/// @param context so many lines before and behind each
public record LogQuery(
        LinePattern pattern,
        Optional<Level> level,
        Optional<Instant> from,
        Optional<Instant> to,
        int limit,
        int context) {

    boolean isInTime(Instant at) {
        return from.map(it -> !at.isBefore(it)).orElse(true) && to.map(at::isBefore).orElse(true);
    }

    boolean isOfLevel(Optional<Level> written) {
        return level.map(least -> written.filter(it -> it.atLeast(least)).isPresent()).orElse(true);
    }
}
