package dev.pm2console.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.jboss.logging.Logger;

import dev.pm2console.storage.StorageException;

/// Keeps entries in the database for a time, and writes each to the log as well.
public final class StoredAuditLog implements AuditLog {

    private static final Logger LOG = Logger.getLogger(StoredAuditLog.class);
    private static final int FEWEST = 1_000;

    private final AuditTable table;
    private final AuditLines lines = new AuditLines();
    private final AuditFlood flood = new AuditFlood();
    private final InstantSource clock;
    private final Duration retention;
    private final int most;

    public StoredAuditLog(AuditTable table, InstantSource clock, AuditConfig config) {
        retention = config.retention();
        most = config.maxEntries();
        if (retention.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("console.audit.retention is " + retention + "; it has to be a day or longer");
        }
        if (most < FEWEST) {
            throw new IllegalArgumentException(
                    "console.audit.max-entries is " + most + "; it has to be " + FEWEST + " or more");
        }
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void record(AuditEntry entry) {
        flood.admit(entry, clock.instant()).forEach(this::keep);
    }

    @Override
    public AuditPage page(AuditQuery query, Optional<AuditPlace> after, int limit) {
        return table.page(query, after, limit);
    }

    /// Writes down what was left out so far of floods of failures that are over. Called every minute.
    public void settle() {
        flood.settle(clock.instant()).forEach(this::keep);
    }

    /// Writes down what was left out, because the console ends.
    public void close() {
        flood.settle(Instant.MAX).forEach(this::keep);
    }

    /// Forgets what is older than is to be kept, and the oldest where there is too much. Called every hour.
    public void expire() {
        var old = table.removeBefore(clock.instant().minus(retention));
        if (old > 0) {
            LOG.infof("%d entries of the audit were older than %d days, and are gone", old, retention.toDays());
        }
        var surplus = table.keepNewest(most);
        if (surplus > 0) {
            LOG.warnf("the audit had more than %d entries (console.audit.max-entries): the %d oldest are gone", most, surplus);
        }
        var left = table.count();
        if (left > most) {
            LOG.warnf("the audit has %d entries, more than %d (console.audit.max-entries), but those of the last day stay",
                    left,
                    most);
        }
    }

    /// What was done can't be undone because it can't be written down: that is an error in the log, beside the entry.
    private void keep(AuditEntry entry) {
        lines.write(entry);
        try {
            table.add(entry);
        } catch (StorageException e) {
            LOG.error("the audit misses the entry above", e);
        }
    }
}
