package dev.pm2console.command;

import java.time.Instant;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import dev.pm2console.audit.AuditEntry;

/// Who did what, for a file: as [ListAudit], but more of it, and read as it is written.
///
/// @param limit at most so many entries, the newest
public record ExportAudit(
        Optional<@Size(max = 200, message = "has at most 200 characters") String> actor,
        Optional<@Size(max = 200, message = "has at most 200 characters") String> agent,
        Optional<@Size(max = 200, message = "has at most 200 characters") String> session,
        Optional<@Size(max = 200, message = "has at most 200 characters") String> process,
        Optional<AuditEntry.Outcome> outcome,
        Optional<Instant> from,
        Optional<Instant> to,
        @Min(value = 1, message = "is at least 1") @Max(value = ExportAudit.MOST, message = "is at most {value}") int limit)
        implements
            Command<AuditExport>,
            AuditSearch {

    /// The most entries of one export.
    public static final int MOST = 100_000;
}
