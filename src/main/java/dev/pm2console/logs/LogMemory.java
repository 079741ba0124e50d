package dev.pm2console.logs;

import java.time.InstantSource;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.pm2console.process.DaemonListener;
import dev.pm2console.process.LogListener;
import dev.pm2console.process.ProcessManager;
import io.quarkus.runtime.StartupEvent;

/// Makes what keeps lines in memory, and lets it listen from the console's start: whoever looks first finds what was
/// written before.
final class LogMemory {

    @Produces
    @Singleton
    LogRings rings(LogsConfig config) {
        return new LogRings(config.memory().asLongValue(), config.memoryPerProcess().asLongValue(),
                config.linesPerProcess());
    }

    @Produces
    @Singleton
    LogEngine engine(LogRings rings, InstantSource clock) {
        return new LogEngine(rings, clock);
    }

    void close(@Disposes LogEngine engine) {
        engine.close();
    }

    void start(@Observes StartupEvent started, LogEngine engine, ProcessManager manager) {
        engine.start();
        manager.listen((LogListener) engine);
        manager.listen((DaemonListener) engine);
    }
}
