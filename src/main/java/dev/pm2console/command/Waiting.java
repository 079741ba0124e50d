package dev.pm2console.command;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;

/// Watches something that can't say itself how far it is, and ends it where it is called off.
final class Waiting {

    private static final Duration LOOK = Duration.ofMillis(200);

    private Waiting() {
    }

    /// Returns when the task is done.
    ///
    /// @param reached how many of them there are by now
    /// @throws CommandException ([Failure.CalledOff]) if it was called off: what it had begun may go on
    static void watched(Course course, Runnable task, IntSupplier reached, int of) {
        if (course == Course.UNWATCHED) {
            task.run();
            return;
        }
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = thread.submit(task);
            var told = 0;
            while (true) {
                try {
                    running.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                    return;
                } catch (TimeoutException goesOn) {
                    var now = reached.getAsInt();
                    if (course.isCalledOff()) {
                        running.cancel(true);
                        throw new CommandException(new Failure.CalledOff(now, of));
                    }
                    if (now > told) {
                        told = now;
                        course.reached(now, of, "");
                    }
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a command was carried out", e);
        }
    }
}
