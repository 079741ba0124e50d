package dev.pm2console.command;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Lets commands for one application take turns: PM2 itself would mix up two that come at once. Applications share a
/// fixed number of locks by the hash of their names, so nothing grows.
final class Turns {

    private final ReentrantLock[] locks = new ReentrantLock[64];
    private final ReentrantLock launching = new ReentrantLock();
    private final Duration patience;

    /// @param patience how long a command waits for its turn
    Turns(Duration patience) {
        this.patience = patience;
        for (var i = 0; i < locks.length; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /// Runs when it is this application's turn.
    ///
    /// @throws CommandException ([Failure.Busy]) if that takes too long: nothing was done then
    <T> T of(String name, Supplier<T> task) {
        return run(locks[Math.floorMod(name.hashCode(), locks.length)], name, task);
    }

    /// Runs when nobody else starts applications.
    <T> T launching(Supplier<T> task) {
        return run(launching, "start", task);
    }

    private <T> T run(ReentrantLock lock, String name, Supplier<T> task) {
        try {
            if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CommandException(new Failure.Busy(name, patience.toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(new Failure.Busy(name, 0));
        }
        try {
            return task.get();
        } finally {
            lock.unlock();
        }
    }
}
