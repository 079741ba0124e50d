package dev.pm2console.pm2;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import dev.pm2console.pm2.wire.BusMessage;

/// Messages of some topics, in the order in which the daemon sent them, kept until they are taken. The queue is bounded
/// in messages and in bytes: what does not fit is left out and counted. Any thread may take, and close.
public final class BusSubscription implements BusTaker, AutoCloseable {

    private final Set<String> topics;
    private final int maxMessages;
    private final long maxBytes;
    private final Consumer<BusSubscription> closing;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // guarded by the lock
    private final Queue<BusMessage> queue = new ArrayDeque<>();
    private long bytes;
    private long skipped;
    private boolean closed;

    BusSubscription(Set<String> topics, int maxMessages, long maxBytes, Consumer<BusSubscription> closing) {
        if (maxMessages < 1 || maxBytes < 1) {
            throw new IllegalArgumentException(
                    "a queue holds at least 1 message and 1 byte, not " + maxMessages + " and " + maxBytes);
        }
        this.topics = Set.copyOf(topics);
        this.maxMessages = maxMessages;
        this.maxBytes = maxBytes;
        this.closing = closing;
    }

    /// The next message, waited for.
    ///
    /// @return empty once the subscription is closed and all was taken
    public Optional<BusMessage> take() throws InterruptedException {
        lock.lock();
        try {
            while (queue.isEmpty() && !closed) {
                changed.await();
            }
            return next();
        } finally {
            lock.unlock();
        }
    }

    /// The next message, waited for at most so long.
    ///
    /// @return empty where none came, or the subscription is closed and all was taken
    public Optional<BusMessage> poll(Duration timeout) throws InterruptedException {
        lock.lock();
        try {
            var left = timeout.toNanos();
            while (queue.isEmpty() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return next();
        } finally {
            lock.unlock();
        }
    }

    /// How many messages were left out since the subscription began, because they did not fit.
    public long skipped() {
        lock.lock();
        try {
            return skipped;
        } finally {
            lock.unlock();
        }
    }

    /// Ends the subscription: nothing more is added; what is queued may still be taken.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        closing.accept(this);
    }

    /// Whether a message is to be offered. Called by the bus before it reads the message; what there is no room for is
    /// counted as skipped here.
    @Override
    public boolean wants(String topic, int length) {
        if (!topics.contains(topic)) {
            return false;
        }
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            var fits = queue.size() < maxMessages && bytes + length <= maxBytes;
            if (!fits) {
                skipped++;
            }
            return fits;
        } finally {
            lock.unlock();
        }
    }

    /// Adds a message that was wanted. Only the bus's one thread adds, so there still is room.
    @Override
    public void add(BusMessage message) {
        lock.lock();
        try {
            if (!closed) {
                queue.add(message);
                bytes += message.payload().length();
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private Optional<BusMessage> next() {
        var message = Optional.ofNullable(queue.poll());
        message.ifPresent(taken -> bytes -= taken.payload().length());
        return message;
    }
}
