package dev.pm2console.live;

import java.time.InstantSource;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.pm2console.events.EventEngine;
import dev.pm2console.logs.LogEngine;
import dev.pm2console.logs.LogRings;
import dev.pm2console.metrics.MetricsPoller;
import dev.pm2console.process.ProcessManager;

/// Makes the streams of the console, when somebody watches for the first time.
final class Streams {

    @Produces
    @Singleton
    MetricsStream metrics(ProcessManager manager, MetricsPoller poller) {
        var stream = new MetricsStream(manager::known, poller::latest);
        poller.listen(stream::tick);
        return stream;
    }

    @Produces
    @Singleton
    LogsStream logs(LogEngine engine, LogRings rings, ProcessManager manager) {
        var stream = new LogsStream(rings::tail, manager::remembered);
        engine.listen(stream::accept);
        stream.start();
        return stream;
    }

    void close(@Disposes LogsStream stream) {
        stream.close();
    }

    @Produces
    @Singleton
    EventsStream events(ProcessManager manager, EventEngine engine, InstantSource clock) {
        var stream = new EventsStream(manager, clock);
        manager.listen(stream);
        engine.listen(stream);
        return stream;
    }
}
