package dev.pm2console.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import dev.pm2console.audit.AuditEntry.Outcome;

/// Entries for tests: what is not said is the same for all.
final class Entries {

    private Entries() {
    }

    static AuditEntry of(Instant at, String actor, String command) {
        return of(at, actor, command, "web", Outcome.DONE);
    }

    static AuditEntry of(Instant at, String actor, String command, String target, Outcome outcome) {
        return new AuditEntry(at, command, "rest", actor, "operator", Optional.of("bot"), Optional.of("s-1"),
                Optional.of("m-1"), Optional.of(target), Map.of("instances", "2"), outcome,
                outcome == Outcome.DONE ? Optional.empty() : Optional.of("PM2_FAILED"), Duration.ofMillis(7));
    }

    /// As a program says it.
    static AuditEntry by(Instant at, Optional<String> agent, Optional<String> session) {
        return new AuditEntry(at, "stopProcess", "rest", "token:ci", "operator", agent, session, Optional.empty(),
                Optional.of("web"), Map.of(), Outcome.DONE, Optional.empty(), Duration.ZERO);
    }

    /// Everything.
    static AuditQuery all() {
        return new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }
}
