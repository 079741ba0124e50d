package dev.pm2console;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.pm2console.command.CommandService;
import dev.pm2console.events.EventEngine;
import dev.pm2console.events.EventTable;
import dev.pm2console.events.EventsConfig;
import dev.pm2console.events.StoredEvents;
import dev.pm2console.jobs.Jobs;
import dev.pm2console.logs.LogRings;
import dev.pm2console.metrics.MetricsPoller;
import dev.pm2console.process.DaemonListener;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.storage.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/// Makes what finds out what happened, and lets it listen from the console's start.
final class EventWiring {

    @Produces
    @Singleton
    EventTable table(Database database) {
        return new EventTable(database);
    }

    @Produces
    @Singleton
    StoredEvents stored(EventTable table, InstantSource clock, EventsConfig config) {
        return Storage.inOneSentence(() -> new StoredEvents(table, clock, config));
    }

    @Produces
    @Singleton
    EventWitness witness(LogRings rings) {
        return new EventWitness(rings);
    }

    @Produces
    @Singleton
    EventEngine engine(StoredEvents stored, EventTable table, EventWitness witness, ProcessManager manager,
            InstantSource clock) {
        var engine = new EventEngine(manager::known, witness, clock, ZoneId.systemDefault(), table);
        engine.listen(stored);
        return engine;
    }

    void start(@Observes StartupEvent started, StoredEvents stored, EventEngine engine, EventWitness witness,
            ProcessManager manager, MetricsPoller metrics, CommandService commands, InstantSource clock, Jobs jobs) {
        stored.start();
        engine.start();
        metrics.listen(witness::tick);
        manager.listen((DaemonListener) engine);
        engine.daemonChanged(manager.daemon()); // it may have been there first
        commands.listen(new EventCommands(engine, manager, clock));
        jobs.every("events", Duration.ofMinutes(10), () -> stored.expire(System.nanoTime()));
        jobs.every("event-floods", Duration.ofMinutes(1), stored::settle);
    }

    void keep(@Observes ShutdownEvent stopping, StoredEvents stored, EventEngine engine) {
        engine.close();
        stored.close();
    }
}
