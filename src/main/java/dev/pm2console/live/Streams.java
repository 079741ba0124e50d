package dev.pm2console.live;

import java.time.InstantSource;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

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
    EventsStream events(ProcessManager manager, InstantSource clock) {
        var stream = new EventsStream(manager, clock);
        manager.listen(stream);
        return stream;
    }
}
