package dev.pm2console.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

import dev.pm2console.logs.LogEngine;
import dev.pm2console.metrics.MetricsPoller;
import dev.pm2console.metrics.history.History;
import dev.pm2console.process.DaemonState;
import dev.pm2console.process.ProcessManager;
import io.prometheus.client.Collector;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;

/// How the console itself is, for Prometheus.
final class ConsoleFigures extends Collector {

    private static final double NANOS = 1e9;

    private final ProcessManager manager;
    private final MetricsPoller poller;
    private final History history;
    private final LogEngine logs;
    private final LongSupplier skipped;
    private final Map<String, IntSupplier> clients;

    /// @param skipped how many lines slow viewers were not sent
    /// @param clients how many watch each stream, by its name
    ConsoleFigures(ProcessManager manager, MetricsPoller poller, History history, LogEngine logs,
            LongSupplier skipped, Map<String, IntSupplier> clients) {
        this.manager = manager;
        this.poller = poller;
        this.history = history;
        this.logs = logs;
        this.skipped = skipped;
        this.clients = Map.copyOf(clients);
    }

    @Override
    public List<MetricFamilySamples> collect() {
        var families = new ArrayList<MetricFamilySamples>();
        families.add(gauge("pm2_daemon_up", "1 while PM2's daemon answers",
                manager.daemon().state() == DaemonState.ONLINE ? 1 : 0));
        families.add(gauge("pm2_console_poll_seconds", "How long the last measurement took", poller.took().toNanos() / NANOS));
        families.add(gauge("pm2_console_log_lag_seconds",
                "From when PM2 read the last output to when the console had it", logs.lag().toNanos() / NANOS));
        families.add(counter("pm2_console_log_lines_lost",
                "Lines that came faster than the console could take them, or while it was not connected", logs.lost()));
        families.add(counter("pm2_console_live_lines_skipped",
                "Lines that were not sent to somebody who reads too slowly", skipped.getAsLong()));
        families.add(gauge("pm2_console_history_blocks_waiting", "Pieces of history that are not written yet",
                history.waiting()));
        families.add(counter("pm2_console_history_blocks_lost", "Pieces of history that could not be written", history.lost()));
        var live = new GaugeMetricFamily("pm2_console_live_clients", "Who watches a live stream", List.of("stream"));
        clients.forEach((stream, count) -> live.addMetric(List.of(stream), count.getAsInt()));
        families.add(live);
        return families;
    }

    private static GaugeMetricFamily gauge(String name, String help, double value) {
        return new GaugeMetricFamily(name, help, value);
    }

    private static CounterMetricFamily counter(String name, String help, long value) {
        return new CounterMetricFamily(name, help, value);
    }
}
