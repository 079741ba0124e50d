package dev.pm2console.pm2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jboss.logging.Logger;

import dev.pm2console.pm2.wire.BusMessage;
import dev.pm2console.process.LogListener;
import dev.pm2console.process.LogPiece;
import dev.pm2console.process.ProcessId;

/// What processes write, from the bus to those who listen.
///
/// The bus's thread only puts messages into a bounded queue of their process, undecoded; where one is full its oldest
/// message is left out, and its line ends are counted: a process that floods costs the others nothing, and no loss is
/// silent. A thread of its own decodes, and tells the listeners at once. While nobody listens nothing is collected.
final class LogFeed implements BusTaker {

    /// The most bytes of payload that wait, of one process and of all.
    static final long MOST_OF_ONE = 2 << 20;
    static final long MOST = 16 << 20;

    private static final Logger LOG = Logger.getLogger(LogFeed.class);
    /// About so many bytes of payload are decoded and told at a time, and so many of them of one process.
    private static final long BATCH = 1 << 20;
    private static final long TURN = 256 << 10;

    private final BusPayloads payloads = new BusPayloads();
    private final List<LogListener> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("pm2-logs").unstarted(this::run);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // guarded by the lock
    private final SequencedMap<Source, LogQueue> queues = new LinkedHashMap<>();
    private long bytes;
    private boolean interrupted;
    private boolean closed;

    private record Source(ProcessId id, boolean outgoing) {
    }

    /// What is told next.
    private record Batch(List<LogQueue.Entry> entries, boolean interrupted, boolean closed) {
    }

    void start() {
        thread.start();
    }

    /// From now on `listener` is told what processes write.
    void listen(LogListener listener) {
        listeners.add(listener);
    }

    @Override
    public boolean wants(String topic, int length) {
        return !listeners.isEmpty() && (topic.equals(BusPayloads.LOG_OUT) || topic.equals(BusPayloads.LOG_ERR));
    }

    @Override
    public void add(BusMessage message) {
        payloads.logHead(message).ifPresent(head -> add(head, message));
    }

    private void add(LogHead head, BusMessage message) {
        lock.lock();
        try {
            var queue = queues.computeIfAbsent(new Source(head.id(), head.outgoing()), _ -> new LogQueue());
            bytes += queue.add(head, message);
            while (queue.bytes() > MOST_OF_ONE) {
                bytes -= queue.leaveOut();
            }
            while (bytes > MOST) {
                bytes -= queues.values().stream().max(Comparator.comparingLong(LogQueue::bytes)).orElseThrow().leaveOut();
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /// The connection to the daemon is lost.
    void interrupt() {
        lock.lock();
        try {
            interrupted = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            for (var batch = next(); !batch.closed; batch = next()) {
                deliver(batch);
            }
        } catch (InterruptedException ending) {
            LOG.debug("no more logs are read", ending);
        }
    }

    private Batch next() throws InterruptedException {
        lock.lock();
        try {
            while (queues.isEmpty() && !interrupted && !closed) {
                changed.await();
            }
            var entries = new ArrayList<LogQueue.Entry>();
            for (var left = BATCH; left > 0 && !queues.isEmpty();) {
                left -= takeTurn(entries);
            }
            var wasInterrupted = interrupted && queues.isEmpty();
            interrupted &= !wasInterrupted;
            return new Batch(entries, wasInterrupted, closed);
        } finally {
            lock.unlock();
        }
    }

    /// Takes of the process that waits longest, which then waits behind the others.
    private long takeTurn(List<LogQueue.Entry> entries) {
        var first = queues.firstEntry();
        var taken = first.getValue().take(TURN, entries);
        bytes -= taken;
        queues.remove(first.getKey());
        if (!first.getValue().isEmpty()) {
            queues.put(first.getKey(), first.getValue());
        }
        return taken;
    }

    private void deliver(Batch batch) {
        var pieces = new ArrayList<LogPiece>();
        for (var entry : batch.entries) {
            switch (entry) {
                case LogQueue.LeftOut(var gap) -> pieces.add(gap);
                case LogQueue.Kept(var _, var message) -> payloads.logChunk(message).ifPresent(pieces::add);
            }
        }
        for (var listener : listeners) {
            try {
                if (!pieces.isEmpty()) {
                    listener.logs(pieces);
                }
                if (batch.interrupted) {
                    listener.logsInterrupted();
                }
            } catch (RuntimeException e) {
                LOG.error("a listener to logs failed", e);
            }
        }
    }
}
