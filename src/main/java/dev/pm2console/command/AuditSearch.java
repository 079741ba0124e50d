package dev.pm2console.command;

import java.time.Instant;
import java.util.Optional;

import dev.pm2console.audit.AuditEntry;
import dev.pm2console.audit.AuditQuery;

/// A command that looks for entries of the audit.
sealed interface AuditSearch permits ListAudit, ExportAudit {

    Optional<String> actor();

    Optional<String> agent();

    Optional<String> session();

    Optional<String> process();

    Optional<AuditEntry.Outcome> outcome();

    Optional<Instant> from();

    Optional<Instant> to();

    /// What is looked for.
    default AuditQuery query() {
        return new AuditQuery(actor(), agent(), session(), process(), outcome(), from(), to());
    }
}
