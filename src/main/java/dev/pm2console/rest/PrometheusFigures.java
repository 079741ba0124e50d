package dev.pm2console.rest;

import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.pm2console.live.EventsStream;
import dev.pm2console.live.LogsStream;
import dev.pm2console.live.MetricsStream;
import dev.pm2console.logs.LogEngine;
import dev.pm2console.metrics.MetricsPoller;
import dev.pm2console.metrics.history.History;
import dev.pm2console.process.ProcessManager;
import io.prometheus.client.CollectorRegistry;
import io.quarkus.runtime.StartupEvent;

/// Puts the console's figures among those of `/q/metrics`.
final class PrometheusFigures {

    /// One for all: of itself Quarkus makes one for each who asks.
    @Produces
    @Singleton
    CollectorRegistry registry() {
        return new CollectorRegistry();
    }

    void register(@Observes StartupEvent started, CollectorRegistry registry, ProcessManager manager, MetricsPoller poller,
            History history, LogEngine logs, MetricsStream metrics, LogsStream lines, EventsStream events) {
        registry.register(new ProcessFigures(manager::known, poller::latest));
        registry.register(new ConsoleFigures(manager, poller, history, logs, lines::skipped,
                Map.of("metrics", metrics::viewers, "logs", lines::viewers, "events", events::viewers)));
    }
}
