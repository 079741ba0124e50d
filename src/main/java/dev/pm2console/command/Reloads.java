package dev.pm2console.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.pm2console.process.ExecMode;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.Status;

/// Rolling reloads: one instance after the other, and the truth about whether there was one to answer all the time.
final class Reloads {

    /// How long PM2 waits for a new instance where the application doesn't say.
    private static final Duration LISTEN_TIMEOUT = Duration.ofSeconds(3);
    /// How long PM2's graceful reload waits for the old instance to finish, which most applications never say they have.
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final ProcessManager manager;
    private final Targets targets;
    private final Views views;

    Reloads(ProcessManager manager, Targets targets, Views views) {
        this.manager = manager;
        this.targets = targets;
        this.views = views;
    }

    Results.Reloaded reload(String nameOrId, Course course) {
        return roll(nameOrId, course, _ -> Duration.ZERO, process -> manager.reload(process.id()));
    }

    /// Where an application announces itself that it is ready, PM2's graceful reload is a plain restart; its reload waits
    /// for the announcement and ends the old instance with a signal that lets it finish.
    Results.Reloaded gracefulReload(String nameOrId, Course course) {
        return roll(nameOrId, course, process -> announcesItself(process) ? Duration.ZERO : GRACE, process -> {
            if (announcesItself(process)) {
                manager.reload(process.id());
            } else {
                manager.gracefulReload(process.id());
            }
        });
    }

    private static boolean announcesItself(ManagedProcess process) {
        return Boolean.TRUE.equals(process.options().get("wait_ready"));
    }

    /// @param grace for how long the old instance may be waited for when the new one is ready
    private Results.Reloaded roll(String nameOrId, Course course, Function<ManagedProcess, Duration> grace,
            Consumer<ManagedProcess> reload) {
        var began = System.nanoTime();
        var warnings = new ConcurrentLinkedQueue<String>();
        var chosen = targets.rolling(nameOrId, course, process -> {
            var start = System.nanoTime();
            reload.accept(process);
            var took = Duration.ofNanos(System.nanoTime() - start);
            warning(process, took.minus(grace.apply(process))).ifPresent(warnings::add);
        });
        var now = targets.again(chosen, manager.refresh());
        now.stream().filter(process -> process.status() != Status.ONLINE)
                .map(process -> label(process) + " is " + process.status() + " after the reload").forEach(warnings::add);
        return new Results.Reloaded(views.processes(now), Actions.since(began), warnings.isEmpty(),
                warnings.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", warnings)));
    }

    private static Optional<String> warning(ManagedProcess before, Duration took) {
        if (before.mode() == ExecMode.FORK) {
            return Optional.of(label(before) + " runs in fork mode and was restarted: it did not answer meanwhile");
        }
        if (before.status() != Status.ONLINE) {
            return Optional.of(label(before) + " was " + before.status() + " and was started");
        }
        var patience = before.options().get("listen_timeout") instanceof Long millis ? Duration.ofMillis(millis)
                : LISTEN_TIMEOUT;
        return took.compareTo(patience) < 0 ? Optional.empty()
                : Optional.of(label(before) + " did not say within " + patience.toMillis()
                        + " ms that it is ready (listen_timeout) and PM2 went on without waiting for it, or the old instance took"
                        + " long to end");
    }

    private static String label(ManagedProcess process) {
        return process.name() + " (" + process.id() + ")";
    }
}
