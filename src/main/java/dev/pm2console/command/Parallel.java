package dev.pm2console.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

import dev.pm2console.process.DaemonException;

/// Does the same to several things side by side, a few at once, and goes on when one of them fails.
final class Parallel {

    private final Semaphore places;

    /// @param atOnce how many at the same time
    Parallel(int atOnce) {
        places = new Semaphore(atOnce);
    }

    /// Returns when all are done.
    ///
    /// @throws CommandException the first failure, where there was one; with how many went well, where some did
    <T> void each(List<T> things, Consumer<T> action) {
        if (things.size() == 1) {
            action.accept(things.getFirst());
            return;
        }
        var failures = new ArrayList<Failure>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = things.stream().map(thing -> threads.submit(inTurn(() -> {
                action.accept(thing);
                return true;
            }))).toList();
            for (var task : running) {
                outcome(task).ifPresent(failures::add);
            }
        }
        if (!failures.isEmpty()) {
            var first = failures.getFirst();
            throw new CommandException(failures.size() == things.size() ? first
                    : new Failure.Partly(things.size() - failures.size(), things.size(), first));
        }
    }

    private Callable<Boolean> inTurn(Callable<Boolean> task) {
        return () -> {
            places.acquire();
            try {
                return task.call();
            } finally {
                places.release();
            }
        };
    }

    private static Optional<Failure> outcome(Future<Boolean> task) {
        try {
            task.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(switch (e.getCause()) {
                case CommandException failed -> failed.failure();
                case DaemonException failed -> new Failure.Daemon(failed.failure());
                case RuntimeException bug -> throw bug;
                default -> throw new IllegalStateException(e.getCause());
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while commands were running", e);
        }
    }
}
