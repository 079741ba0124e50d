package dev.pm2console.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.jboss.logging.Logger;

import dev.pm2console.storage.SteadyClock;
import dev.pm2console.storage.StorageTries;

/// Keeps entries in the database for a time, and writes each to the log as well. Where the database can't be written, because
/// the disk is full or it is locked, they wait in memory until it can.
public final class StoredAuditLog implements AuditLog {

    private static final Logger LOG = Logger.getLogger(StoredAuditLog.class);
    private static final int FEWEST = 1_000;
    /// So many may wait to be written; of more the oldest are in the log only.
    static final int MOST_WAITING = 2_000;

    private final AuditTable table;
    private final AuditLines lines = new AuditLines();
    private final AuditFlood flood = new AuditFlood();
    private final StorageTries tries = new StorageTries(StoredAuditLog.class, "the audit");
    private final StorageTries expirations = new StorageTries(StoredAuditLog.class, "what is left of the audit after its time");
    private final SteadyClock steady = new SteadyClock();
    private final InstantSource clock;
    private final Duration retention;
    private final int most;

    private final ReentrantLock writing = new ReentrantLock();
    // guarded by the lock
    private final Deque<AuditEntry> waiting = new ArrayDeque<>();
    private long lost;

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

    /// Writes down what was left out so far of floods of failures that are over, and what waits. Called every few seconds.
    public void settle() {
        flood.settle(clock.instant()).forEach(this::keep);
        writeWaiting();
    }

    /// Writes down what was left out and what waits, because the console ends.
    public void close() {
        flood.settle(Instant.MAX).forEach(this::keep);
        writeWaiting();
        writing.lock();
        try {
            if (!waiting.isEmpty()) {
                LOG.errorf("the audit could not be written: %d entries are in the log only", waiting.size());
            }
        } finally {
            writing.unlock();
        }
    }

    /// Forgets what is older than is to be kept, and the oldest where there is too much. Called every few minutes; where
    /// the clock was set since the last time, it waits for the next.
    ///
    /// @param nanos of a clock that nobody sets
    public void expire(long nanos) {
        if (steady.isSteady(clock.instant(), nanos)) {
            expirations.run(this::expire);
        }
    }

    private void expire() {
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

    /// What was done can't be undone because it can't be written down: the log has it in any case. Nobody waits for a
    /// database that could not be written a moment ago.
    private void keep(AuditEntry entry) {
        lines.write(entry);
        writing.lock();
        try {
            if (waiting.size() >= MOST_WAITING) {
                waiting.removeFirst();
                lost++;
            }
            waiting.addLast(entry);
        } finally {
            writing.unlock();
        }
        if (!tries.isFailing()) {
            writeWaiting();
        }
    }

    private void writeWaiting() {
        writing.lock();
        try {
            if (!waiting.isEmpty() && tries.run(() -> table.add(List.copyOf(waiting))) != StorageTries.Outcome.LATER) {
                waiting.clear();
                if (lost > 0) {
                    LOG.errorf("the audit could not be written for so long that %d entries are in the log only", lost);
                    lost = 0;
                }
            }
        } finally {
            writing.unlock();
        }
    }
}
