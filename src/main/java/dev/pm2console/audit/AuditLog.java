package dev.pm2console.audit;

import java.util.List;

/// Who did what: every command that changes something, or that was refused or failed, and every sign-in. Reads that went well
/// are left out: a page makes one every second.
public interface AuditLog {

    /// Keeps an entry. What can't be kept is in the log at least.
    void record(AuditEntry entry);

    /// What was kept, newest first.
    ///
    /// @param limit at most so many
    List<AuditEntry> find(AuditQuery query, int limit);
}
