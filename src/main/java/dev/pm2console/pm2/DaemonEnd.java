package dev.pm2console.pm2;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonParser;

import dev.pm2console.process.DaemonException;
import dev.pm2console.process.DaemonFailure;
import dev.pm2console.process.ProcessId;

/// Ends a daemon and everything it runs, in the order in which PM2's own command does it.
final class DaemonEnd {

    private static final Logger LOG = Logger.getLogger(DaemonEnd.class);
    /// The longest between the end of the daemon's sockets and its own. Its pid may mean another process to us (PM2 in
    /// another container, a file left behind), so it is not waited for until the deadline.
    private static final Duration LAST_BREATH = Duration.ofSeconds(5);

    /// How often it is looked whether something has ended.
    private static final Duration LOOK = Duration.ofMillis(20);

    private final RpcClient rpc;
    private final DaemonWatch watch;
    private final Duration deadline;

    DaemonEnd(RpcClient rpc, DaemonWatch watch, Duration deadline) {
        this.rpc = rpc;
        this.watch = watch;
        this.deadline = deadline;
    }

    /// Returns when the daemon is gone.
    ///
    /// @throws DaemonException if a process, or the daemon, did not end in time
    void kill() {
        var list = watch.refresh();
        rpc.tell("notifyKillPM2", Map.of()); // from now on PM2 restarts nothing; it gives no answer
        try (var deletions = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = list.stream().map(process -> deletions.submit(() -> deleteIfThere(process.id()))).toList();
            running.forEach(DaemonEnd::join);
        }
        var daemon = watch.status().pid();
        try {
            // without a pid to signal when it is done: that signal is meant for PM2's own command
            rpc.call("killMe", JsonParser::currentToken, Map.of());
        } catch (DaemonException e) {
            if (!(e.failure() instanceof DaemonFailure.ConnectionLost)) {
                throw e;
            }
        }
        awaitEnd();
        daemon.stream().mapToObj(ProcessHandle::of).flatMap(Optional::stream).forEach(DaemonEnd::awaitExit);
        try {
            watch.refresh();
        } catch (DaemonException gone) {
            LOG.debug("PM2 is gone, as it was told to be", gone);
        }
    }

    private void deleteIfThere(ProcessId id) {
        try {
            rpc.call("deleteProcessId", JsonParser::currentToken, id.value());
        } catch (DaemonException e) {
            if (!(e.failure() instanceof DaemonFailure.Refused)) {
                throw e;
            }
        }
    }

    private static void join(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DaemonException failed ? failed : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DaemonException(new DaemonFailure.ConnectionLost("deleteProcessId"), e);
        }
    }

    /// Of a process that is not our child Java itself looks only every few hundred milliseconds.
    private static void awaitExit(ProcessHandle process) {
        var end = System.nanoTime() + LAST_BREATH.toNanos();
        while (process.isAlive() && System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /// Returns when nobody listens on the daemon's socket any more.
    private void awaitEnd() {
        var end = System.nanoTime() + deadline.toNanos();
        while (System.nanoTime() - end < 0) {
            try {
                rpc.call(Duration.ofSeconds(1), "ping", JsonParser::currentToken, Map.of());
                LockSupport.parkNanos(LOOK.toNanos());
            } catch (DaemonException e) {
                if (e.failure() instanceof DaemonFailure.Unreachable || Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        }
        throw new DaemonException(new DaemonFailure.TimedOut("killMe", deadline));
    }
}
