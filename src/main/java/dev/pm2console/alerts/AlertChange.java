package dev.pm2console.alerts;

import java.time.Instant;
import java.util.Optional;

/// What became of a rule's condition for one process, or for the daemon.
sealed interface AlertChange {

    Rule rule();

    Optional<Subject> subject();

    /// It holds, and has for as long as the rule says.
    ///
    /// @param since when it began to hold
    /// @param value the present value in words
    record Fired(Rule rule, Optional<Subject> subject, Instant since, String value) implements AlertChange {
    }

    /// It is over.
    ///
    /// @param since when it began to hold
    /// @param value the present value in words
    /// @param gone  because the process is not in the list any more
    record Resolved(Rule rule, Optional<Subject> subject, Instant since, String value, boolean gone) implements AlertChange {
    }

    /// The rule is not looked at any more, or is another: nobody is told.
    record Dropped(Rule rule, Optional<Subject> subject) implements AlertChange {
    }
}
