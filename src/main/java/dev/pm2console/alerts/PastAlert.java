package dev.pm2console.alerts;

import java.time.Instant;
import java.util.Optional;

/// What was noticed at some time.
///
/// @param id      its number
/// @param rule    the rule's number
/// @param message what it was
/// @param endedAt of an alert, when it was over
public record PastAlert(long id, long rule, AlertMessage message, Optional<Instant> endedAt) {
}
