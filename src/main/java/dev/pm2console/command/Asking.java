package dev.pm2console.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.pm2console.accounts.Caller;

/// One command that somebody asked for, from then until it is known how it ended. That is told once.
final class Asking {

    private final Caller caller;
    private final Operation operation;
    private final long began = System.nanoTime();
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile Optional<Request<?>> request = Optional.empty();

    Asking(Caller caller, Operation operation) {
        this.caller = caller;
        this.operation = operation;
    }

    Caller caller() {
        return caller;
    }

    Operation operation() {
        return operation;
    }

    /// In nanoseconds, as [System#nanoTime] has them.
    long began() {
        return began;
    }

    /// What was asked for; empty as long as that isn't read.
    Optional<Command<?>> command() {
        return request.map(Request::command);
    }

    /// What of it could not be read: where the command has what nobody sent.
    List<Violation> problems() {
        return request.map(Request::problems).orElse(List.of());
    }

    void read(Request<?> what) {
        request = Optional.of(what);
    }

    /// Whether it is for the one who asks this to tell how it ended.
    boolean isMineToTell() {
        return told.compareAndSet(false, true);
    }
}
