package dev.pm2console.audit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.jboss.logging.Logger;

import dev.pm2console.storage.StorageException;

/// Keeps entries in the database for a time, and writes each to the log as well.
public final class StoredAuditLog implements AuditLog {

    private static final Logger LOG = Logger.getLogger(StoredAuditLog.class);

    private final AuditTable table;
    private final AuditLines lines = new AuditLines();
    private final InstantSource clock;
    private final Duration retention;

    /// @param retention for how long entries are kept: a day or longer
    public StoredAuditLog(AuditTable table, InstantSource clock, Duration retention) {
        if (retention.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("console.audit.retention is " + retention + "; it has to be a day or longer");
        }
        this.table = table;
        this.clock = clock;
        this.retention = retention;
    }

    /// What was done can't be undone because it can't be written down: that is an error in the log, beside the entry.
    @Override
    public void record(AuditEntry entry) {
        lines.write(entry);
        try {
            table.add(entry);
        } catch (StorageException e) {
            LOG.error("the audit misses the entry above", e);
        }
    }

    @Override
    public List<AuditEntry> find(AuditQuery query, int limit) {
        var found = new ArrayList<AuditEntry>();
        table.forEach(query, limit, found::add);
        return found;
    }

    /// Forgets what is older than is to be kept.
    public void expire() {
        var removed = table.removeBefore(clock.instant().minus(retention));
        if (removed > 0) {
            LOG.infof("%d entries of the audit were older than %d days, and are gone", removed, retention.toDays());
        }
    }
}
