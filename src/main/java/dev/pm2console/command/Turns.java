package dev.pm2console.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Lets commands for one application take turns: PM2 itself would mix up two that come at once. What is kept of an
/// application ends with its last command.
final class Turns {

    private final ConcurrentHashMap<String, Turn> turns = new ConcurrentHashMap<>();
    private final ReentrantLock launching = new ReentrantLock(true);
    private final Duration patience;

    /// @param waiting how many commands have it or wait for it
    private record Turn(ReentrantLock lock, int waiting) {
    }

    /// @param patience how long a command waits for its turn
    Turns(Duration patience) {
        this.patience = patience;
    }

    /// Runs when it is this application's turn.
    ///
    /// @throws CommandException ([Failure.Busy]) if that takes too long: nothing was done then
    <T> T of(String name, Supplier<T> task) {
        var turn = turns.compute(name, (_, there) -> there == null ? new Turn(new ReentrantLock(true), 1)
                : new Turn(there.lock, there.waiting + 1));
        try {
            return run(turn.lock, name, task);
        } finally {
            turns.computeIfPresent(name, (_, there) -> there.waiting == 1 ? null : new Turn(there.lock, there.waiting - 1));
        }
    }

    /// Runs when it is the turn of all these applications. Only one at a time may ask for several: see [#launching].
    <T> T ofAll(List<String> names, Supplier<T> task) {
        return names.isEmpty() ? task.get() : of(names.getFirst(), () -> ofAll(names.subList(1, names.size()), task));
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
