package dev.pm2console.audit;

import java.util.List;
import java.util.Optional;

/// Who did what: every command that changes something, or that was refused or failed, and every sign-in. Reads that went well
/// are left out: a page makes one every second.
public interface AuditLog {

    /// Keeps an entry. What can't be kept is in the log at least. Of hundreds of failures of one actor in a minute only some
    /// are kept, and how many there were.
    void record(AuditEntry entry);

    /// What was kept, newest first.
    ///
    /// @param limit at most so many
    default List<AuditEntry> find(AuditQuery query, int limit) {
        return page(query, Optional.empty(), limit).entries();
    }

    /// Some of what was kept, newest first. Each page is read on its own, so whoever goes through all of them keeps nobody
    /// waiting, and misses nothing that was there at the beginning.
    ///
    /// @param after where the page before ended; empty for the first
    /// @param limit at most so many
    AuditPage page(AuditQuery query, Optional<AuditPlace> after, int limit);
}
