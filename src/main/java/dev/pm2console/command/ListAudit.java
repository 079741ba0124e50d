package dev.pm2console.command;

import java.time.Instant;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import dev.pm2console.audit.AuditEntry;

/// Who did what. What is empty is not looked for.
///
/// @param actor   a user's name, or `token:` and a token's
/// @param process what the command was for, as it was asked
/// @param outcome how it ended
/// @param from    not before
/// @param to      before
/// @param limit   at most so many entries, the newest
public record ListAudit(
        Optional<@Size(max = 200, message = "has at most 200 characters") String> actor,
        Optional<@Size(max = 200, message = "has at most 200 characters") String> agent,
        Optional<@Size(max = 200, message = "has at most 200 characters") String> session,
        Optional<@Size(max = 200, message = "has at most 200 characters") String> process,
        Optional<AuditEntry.Outcome> outcome,
        Optional<Instant> from,
        Optional<Instant> to,
        @Min(value = 1, message = "is at least 1") @Max(value = 10_000, message = "is at most 10000") int limit)
        implements
            Command<Results.AuditEntries>,
            AuditSearch {
}
