package dev.pm2console.events;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jboss.logging.Logger;

import dev.pm2console.storage.SteadyClock;
import dev.pm2console.storage.StorageTries;

/// Keeps events in the database for a time. Whoever tells one does not wait: a thread of its own writes, many at once where
/// many come. Where the database can't be written, because the disk is full or it is locked, they wait in memory until it can.
public final class StoredEvents implements EventListener, EventLog, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(StoredEvents.class);
    private static final int FEWEST = 1_000;
    /// So many may wait to be written; further ones are lost, and counted.
    private static final int MOST_WAITING = 4_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final EventTable table;
    private final EventFlood flood = new EventFlood();
    private final StorageTries tries = new StorageTries(StoredEvents.class, "what happened to processes");
    private final StorageTries expirations = new StorageTries(StoredEvents.class, "what is left of events after their time");
    private final SteadyClock steady = new SteadyClock();
    private final InstantSource clock;
    private final Duration retention;
    private final int most;
    private final Thread writer = Thread.ofVirtual().name("events-writer").unstarted(this::run);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // guarded by the lock
    private final Deque<Event> waiting = new ArrayDeque<>();
    private long lost;
    private boolean writing;
    private boolean closed;

    public StoredEvents(EventTable table, InstantSource clock, EventsConfig config) {
        retention = config.retention();
        most = config.maxEntries();
        if (retention.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("console.events.retention is " + retention + "; it has to be a day or longer");
        }
        if (most < FEWEST) {
            throw new IllegalArgumentException(
                    "console.events.max-entries is " + most + "; it has to be " + FEWEST + " or more");
        }
        this.table = table;
        this.clock = clock;
    }

    /// Begins to write.
    public void start() {
        writer.start();
    }

    @Override
    public void happened(Event event) {
        lock.lock();
        try {
            if (waiting.size() < MOST_WAITING) {
                waiting.addAll(flood.admit(event, clock.instant()));
                changed.signalAll();
            } else {
                lost++;
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public EventPage page(EventQuery query, Optional<EventPlace> after, int limit) {
        return table.page(query, after, limit);
    }

    /// Writes down what was counted of floods that are over. Called every minute.
    public void settle() {
        lock.lock();
        try {
            waiting.addAll(flood.settle(clock.instant()));
            changed.signalAll();
        } finally {
            lock.unlock();
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
        var surplus = table.keepNewest(most);
        if (old + surplus > 0) {
            LOG.infof("%d events were older than %d days, and %d more than %d (console.events.max-entries): they are gone",
                    old, retention.toDays(), surplus, most);
        }
    }

    /// Writes what is there still, and ends.
    @Override
    public void close() {
        lock.lock();
        try {
            waiting.addAll(flood.settle(java.time.Instant.MAX));
            closed = true;
            changed.signalAll();
            while (writing) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        var rest = List.copyOf(waiting);
        waiting.clear();
        if (!rest.isEmpty() && tries.run(() -> table.add(rest)) != StorageTries.Outcome.DONE) {
            LOG.errorf("%d events could not be written, and are not kept", rest.size());
        }
    }

    private void run() {
        try {
            for (var some = next(); !some.isEmpty(); some = next()) {
                write(some);
            }
        } catch (InterruptedException ending) {
            LOG.debug("no more events are written", ending);
        }
    }

    private List<Event> next() throws InterruptedException {
        lock.lock();
        try {
            for (var pause = tries.isFailing() ? PAUSE.toNanos() : 0; pause > 0 && !closed;) {
                pause = changed.awaitNanos(pause);
            }
            while (waiting.isEmpty() && !closed) {
                changed.await();
            }
            if (closed) {
                return List.of();
            }
            writing = true;
            return List.copyOf(waiting);
        } finally {
            lock.unlock();
        }
    }

    private void write(List<Event> oldest) {
        var outcome = tries.run(() -> table.add(oldest));
        lock.lock();
        try {
            if (outcome != StorageTries.Outcome.LATER) {
                oldest.forEach(_ -> waiting.removeFirst());
                if (lost > 0) {
                    LOG.errorf("%d events came faster than they could be written, and are not kept", lost);
                    lost = 0;
                }
            }
            writing = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
