package dev.pm2console.logs;

import java.time.Instant;
import java.util.Optional;

/// What a line says about itself.
///
/// @param at      its own time, where it begins with one (or is JSON with one)
/// @param level   its own level; behind a first line the first one's
/// @param follows whether it belongs to the line before it
record LineFacts(Optional<Instant> at, Optional<Level> level, boolean follows) {
}
