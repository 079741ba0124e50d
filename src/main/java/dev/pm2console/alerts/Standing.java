package dev.pm2console.alerts;

import java.time.Instant;
import java.util.Optional;

/// How a rule stands with one process, or with the daemon.
///
/// @param rule    the rule's number
/// @param subject the process
/// @param phase   whether it was told already
/// @param since   since when the condition holds
/// @param value   the present value in words
public record Standing(long rule, Optional<Subject> subject, Phase phase, Instant since, String value) {

    /// How far it has come.
    public enum Phase {
        /// It holds, but not for long enough, or too soon after the last alert.
        PENDING,
        /// It was told, and still holds.
        FIRING
    }

    Standing with(Phase next) {
        return new Standing(rule, subject, next, since, value);
    }

    Standing with(String present) {
        return new Standing(rule, subject, phase, since, present.isEmpty() ? value : present);
    }
}
