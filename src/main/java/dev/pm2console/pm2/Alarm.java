package dev.pm2console.pm2;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Wakes one thread that waits for something to happen. A burst of alarms wakes it once, when the burst has settled; an
/// urgent one wakes it at once.
final class Alarm {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    // guarded by the lock
    private boolean any;
    private boolean urgent;

    void raise(boolean isUrgent) {
        lock.lock();
        try {
            any = true;
            urgent |= isUrgent;
            raised.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Returns when an alarm was raised and has settled, or when `idle` and `settle` are over without any.
    void await(Duration idle, Duration settle) throws InterruptedException {
        lock.lock();
        try {
            await(idle, () -> any);
            await(settle, () -> urgent);
            any = false;
            urgent = false;
        } finally {
            lock.unlock();
        }
    }

    private void await(Duration time, BooleanSupplier condition) throws InterruptedException {
        var left = time.toNanos();
        while (!condition.getAsBoolean() && left > 0) {
            left = raised.awaitNanos(left);
        }
    }
}
