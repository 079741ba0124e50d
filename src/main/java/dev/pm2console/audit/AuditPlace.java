package dev.pm2console.audit;

import java.time.Instant;

/// A place in the order of all entries: by time, and of those of one moment by number.
///
/// @param at when the entry at this place was asked for
/// @param id its number, which is never used again
public record AuditPlace(Instant at, long id) {
}
