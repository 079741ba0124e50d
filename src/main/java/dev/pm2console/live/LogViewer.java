package dev.pm2console.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

import dev.pm2console.logs.LogLine;

/// One who watches: gets the history, then frames as fast as they can be sent. What waits is bounded: where it is too much
/// the oldest frame is left out, and its lines are counted as skipped in the next. Nobody waits for a viewer.
final class LogViewer implements Flow.Subscription {

    private final LongSupplier mostWaiting;
    private final Flow.Subscriber<? super String> subscriber;
    private final Consumer<LogViewer> leaving;
    private final LongConsumer skipping;

    private final ReentrantLock lock = new ReentrantLock();
    // guarded by the lock
    private final Deque<LogFrame> frames = new ArrayDeque<>();
    private List<LogLine> history = List.of();
    private boolean historyComes = true;
    private long waiting;
    private long lost;
    private long requested;
    private boolean sending;
    private boolean over;

    /// @param mostWaiting the most characters that wait to be sent
    /// @param leaving     told when it watches no more
    /// @param skipping    told how many lines are left out because it is slow
    LogViewer(Flow.Subscriber<? super String> subscriber, LongSupplier mostWaiting, Consumer<LogViewer> leaving,
            LongConsumer skipping) {
        this.mostWaiting = mostWaiting;
        this.subscriber = subscriber;
        this.leaving = leaving;
        this.skipping = skipping;
    }

    /// What was before; frames wait for it.
    void history(List<LogLine> lines) {
        var fitting = fitting(lines, mostWaiting.getAsLong());
        lock.lock();
        try {
            history = fitting;
            lost += lines.size() - fitting.size();
            historyComes = false;
        } finally {
            lock.unlock();
        }
        send();
    }

    /// The newest that are not too much.
    private static List<LogLine> fitting(List<LogLine> lines, long most) {
        var begin = lines.size();
        for (var left = most; begin > 0 && left > 0; begin--) {
            left -= lines.get(begin - 1).text().length();
        }
        return List.copyOf(lines.subList(begin, lines.size()));
    }

    void offer(LogFrame frame) {
        var most = mostWaiting.getAsLong();
        lock.lock();
        try {
            frames.add(frame);
            waiting += frame.text().length();
            while (waiting > most && frames.size() > 1) {
                var oldest = frames.remove();
                waiting -= oldest.text().length();
                lost += oldest.lost();
            }
        } finally {
            lock.unlock();
        }
        send();
    }

    /// The stream is over.
    void complete() {
        if (end()) {
            subscriber.onComplete();
        }
    }

    @Override
    public void request(long count) {
        lock.lock();
        try {
            requested = requested + count < 0 ? Long.MAX_VALUE : requested + count;
        } finally {
            lock.unlock();
        }
        send();
    }

    @Override
    public void cancel() {
        end();
    }

    private boolean end() {
        lock.lock();
        try {
            if (over) {
                return false;
            }
            over = true;
            frames.clear();
            history = List.of();
        } finally {
            lock.unlock();
        }
        leaving.accept(this);
        return true;
    }

    /// Sends what can be sent; one thread at a time, so that the order is kept.
    private void send() {
        for (var next = next(false); next.isPresent(); next = next(true)) {
            subscriber.onNext(next.get());
        }
    }

    /// @param sent whether the caller is the thread that sends
    private Optional<String> next(boolean sent) {
        lock.lock();
        try {
            if (sending && !sent) {
                return Optional.empty(); // the one that sends will see it
            }
            var frame = over || historyComes || requested == 0 ? Optional.<LogFrame> empty() : take();
            sending = frame.isPresent();
            requested -= sending ? 1 : 0;
            return frame.map(LogFrame::text);
        } finally {
            lock.unlock();
        }
    }

    private Optional<LogFrame> take() {
        if (!history.isEmpty()) {
            var first = LogFrame.first(history, 0);
            history = history.subList(first.lines(), history.size());
            return Optional.of(told(first));
        }
        return Optional.ofNullable(frames.poll()).map(it -> {
            waiting -= it.text().length();
            return told(it);
        });
    }

    private LogFrame told(LogFrame frame) {
        var told = frame.withLost(lost);
        skipping.accept(lost);
        lost = 0;
        return told;
    }
}
