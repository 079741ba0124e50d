package dev.pm2console.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import dev.pm2console.logs.LogBatch;
import dev.pm2console.logs.LogLine;
import dev.pm2console.process.ManagedProcess;
import io.smallrye.mutiny.Multi;

/// The lines that processes write, as frames of `/live/logs`: first what was before, then every line at once, without a
/// gap and without a duplicate between the two. Under load frames are made every [#PACE]. Lines are sought and frames
/// written once for all who watch the same, on a thread of its own.
public final class LogsStream implements AutoCloseable {

    /// The least time from frames to frames.
    static final Duration PACE = Duration.ofMillis(50);
    /// The most characters that wait to be sent to one viewer, and about so many to all together.
    static final long MOST_OF_ONE = 4 << 20;
    static final long MOST = 32 << 20;

    private static final Logger LOG = Logger.getLogger(LogsStream.class);

    private final History history;
    private final Supplier<List<ManagedProcess>> list;
    private final Thread thread = Thread.ofPlatform().daemon().name("live-logs").unstarted(this::run);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    // guarded by the lock
    private final Map<LogsQuery, LogAudience> audiences = new HashMap<>();
    private long latest;
    private final AtomicInteger viewers = new AtomicInteger();
    private final AtomicLong skipped = new AtomicLong();

    /// What was before.
    @FunctionalInterface
    interface History {
        /// The last lines that match, oldest first.
        List<LogLine> tail(Predicate<LogLine> matching, int count);
    }

    /// @param history what was before
    /// @param list  the processes, as they were known last
    LogsStream(History history, Supplier<List<ManagedProcess>> list) {
        this.history = history;
        this.list = list;
    }

    void start() {
        thread.start();
    }

    /// The lines of a query.
    ///
    /// @param lines  how many of those that were before come first
    /// @param closed ends the stream
    public Multi<String> frames(LogsQuery query, int lines, CompletionStage<?> closed) {
        return Multi.createFrom().publisher(subscriber -> watch(query, lines, closed, subscriber));
    }

    /// How many are watching.
    public int viewers() {
        return viewers.get();
    }

    /// How many lines were left out because viewers are slow, counted for each of them.
    public long skipped() {
        return skipped.get();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    /// New lines, which are in the rings already. Never waits for a viewer.
    void accept(LogBatch batch) {
        lock.lock();
        try {
            if (!batch.lines().isEmpty()) {
                latest = batch.lines().getLast().seq().orElseThrow();
            }
            audiences.values().forEach(audience -> audience.add(batch));
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    private void watch(LogsQuery query, int lines, CompletionStage<?> closed, Flow.Subscriber<? super String> subscriber) {
        lock.lock();
        try {
            var audience = audiences.computeIfAbsent(query, _ -> new LogAudience(query, latest));
            var viewer = new LogViewer(subscriber, this::mostWaiting, leaving -> leave(query, leaving),
                    skipped::addAndGet);
            audience.join(viewer);
            viewers.incrementAndGet();
            var known = audience.taken();
            subscriber.onSubscribe(viewer);
            closed.whenComplete((_, _) -> viewer.complete());
            Thread.ofVirtual().name("log-history").start(() -> viewer.history(lines == 0 ? List.of()
                    : history.tail(audience.filter(list.get()).and(line -> line.seq().orElseThrow() <= known), lines)));
        } finally {
            lock.unlock();
        }
    }

    private long mostWaiting() {
        return Math.min(MOST_OF_ONE, MOST / Math.max(1, viewers.get()));
    }

    private void leave(LogsQuery query, LogViewer viewer) {
        lock.lock();
        try {
            viewers.decrementAndGet();
            audiences.computeIfPresent(query, (_, audience) -> audience.leave(viewer) ? audience : null);
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (true) {
                var works = take();
                var due = System.nanoTime() + PACE.toNanos();
                works.forEach(this::tell);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            }
        } catch (InterruptedException ending) {
            LOG.debug("no more log lines are told", ending);
        }
    }

    private List<LogAudience.Work> take() throws InterruptedException {
        lock.lock();
        try {
            var work = new ArrayList<LogAudience.Work>();
            while (work.isEmpty()) {
                audiences.values().forEach(audience -> audience.take().ifPresent(work::add));
                if (work.isEmpty()) {
                    arrived.await();
                }
            }
            return work;
        } finally {
            lock.unlock();
        }
    }

    private void tell(LogAudience.Work work) {
        try {
            work.tell(list.get());
        } catch (RuntimeException e) {
            LOG.error("log lines could not be told", e);
        }
    }
}
