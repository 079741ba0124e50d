package dev.pm2console.audit;

import java.util.List;
import java.util.Optional;

/// Some entries in a row.
///
/// @param entries newest first
/// @param next    where to go on; empty where there are no more
public record AuditPage(List<AuditEntry> entries, Optional<AuditPlace> next) {

    public AuditPage {
        entries = List.copyOf(entries);
    }
}
