package dev.pm2console.metrics;

import java.nio.file.Path;
import java.time.InstantSource;

import dev.pm2console.process.ProcessManager;

/// A poller that nobody schedules, for tests of what only passes its figures on.
public final class IdleMetrics {

    private IdleMetrics() {
    }

    /// It knows no figures.
    public static MetricsPoller of(ProcessManager manager) {
        return new MetricsPoller(manager, new ProcFs(Path.of("/proc")), InstantSource.system());
    }
}
