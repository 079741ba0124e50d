package dev.pm2console.command;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.Status;

/// Waits for launches that are in the way.
///
/// A process that ends while PM2 waits for its announcement that it is ready (`wait_ready`) is started again by PM2, even
/// if it was told to stop; after a delete, as a system process that nobody knows. So whatever ends a process lets its
/// launch end before.
final class Launches {

    private static final Duration POLL = Duration.ofMillis(20);
    /// The end of a launch may have been told before anybody listened, so the daemon is asked now and then.
    private static final Duration ASK = Duration.ofMillis(500);

    private final ProcessManager manager;
    private final Duration patience;

    /// @param patience how long a launch is waited for
    Launches(ProcessManager manager, Duration patience) {
        this.manager = manager;
        this.patience = patience;
    }

    /// Returns when the process isn't launching, or isn't there, any more. Costs the daemon nothing unless it is.
    ///
    /// @throws CommandException ([Failure.Busy]) if that takes too long: nothing was done then
    void await(ManagedProcess process) {
        var began = System.nanoTime();
        var asked = began - ASK.toNanos();
        while (isLaunching(process)) {
            if (System.nanoTime() - began > patience.toNanos()) {
                throw new CommandException(new Failure.Busy(process.name(), patience.toMillis()));
            }
            if (System.nanoTime() - asked >= ASK.toNanos()) {
                manager.refresh();
                asked = System.nanoTime();
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private boolean isLaunching(ManagedProcess process) {
        return manager.processes().stream()
                .anyMatch(it -> it.id().equals(process.id()) && it.status() == Status.LAUNCHING);
    }
}
