package dev.pm2console;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.pm2console.command.CommandConfig;
import dev.pm2console.jobs.Jobs;
import dev.pm2console.metrics.ProcFs;
import dev.pm2console.pm2.Pm2;
import dev.pm2console.process.ProcessManager;
import io.quarkus.scheduler.Scheduler;

/// Opens the PM2 home that is configured, and provides what depends on the machine.
final class Wiring {

    private static final Logger LOG = Logger.getLogger(Wiring.class);

    @Produces
    @Singleton
    Pm2 pm2(Pm2Config config, CommandConfig commands) {
        var environment = System.getenv();
        var userHome = Storage.userHome();
        var home = config.home().or(() -> Optional.ofNullable(environment.get("PM2_HOME")).map(Path::of))
                .orElse(userHome.resolve(".pm2"));
        var searchPath = environment.getOrDefault("PATH", "");
        var command = Pm2.findCommand(config.command(), searchPath, config.installed());
        Pm2.missing(command, searchPath).ifPresent(LOG::warn);
        return new Pm2(new Pm2.Settings(home, command, commands.commandTimeout(), environment, userHome));
    }

    void close(@Disposes Pm2 pm2) {
        pm2.close();
    }

    @Produces
    @Singleton
    ProcessManager processManager(Pm2 pm2) {
        return pm2.manager();
    }

    @Produces
    @Singleton
    Jobs jobs(Scheduler scheduler) {
        return new Jobs(new ScheduledJobs(scheduler), InstantSource.system(), System::nanoTime);
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    ProcFs procFs() {
        return new ProcFs(Path.of("/proc"));
    }
}
