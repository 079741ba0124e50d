package dev.pm2console;

import java.time.InstantSource;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.pm2console.events.EventEngine;
import dev.pm2console.events.EventTable;
import dev.pm2console.events.EventsConfig;
import dev.pm2console.events.StoredEvents;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.storage.Database;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;

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
    EventEngine engine(StoredEvents stored) {
        var engine = new EventEngine();
        engine.listen(stored);
        return engine;
    }

    void close(@Disposes StoredEvents stored) {
        stored.close();
    }

    void start(@Observes StartupEvent started, StoredEvents stored, EventEngine engine, ProcessManager manager,
            Scheduler scheduler) {
        stored.start();
        scheduler.newJob("events").setInterval("1h").setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(_ -> stored.expire()).schedule();
        scheduler.newJob("event-floods").setInterval("1m").setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(_ -> stored.settle()).schedule();
    }
}
