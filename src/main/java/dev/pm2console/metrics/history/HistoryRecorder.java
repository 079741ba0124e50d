package dev.pm2console.metrics.history;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.pm2console.metrics.Metric;
import dev.pm2console.metrics.MetricsPoller;
import dev.pm2console.metrics.MetricsSnapshot;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.storage.StorageException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;

/// Hands what the poller measures to the history, and has it written.
@Singleton
public class HistoryRecorder {

    private static final Logger LOG = Logger.getLogger(HistoryRecorder.class);

    private final ProcessManager manager;
    private final History history;
    private final HistoryPruning pruning;
    private final InstantSource clock;
    private final boolean enabled;
    private volatile boolean failed;

    HistoryRecorder(ProcessManager manager, History history, HistoryPruning pruning, InstantSource clock,
            HistoryConfig config) {
        this.manager = manager;
        this.history = history;
        this.pruning = pruning;
        this.clock = clock;
        this.enabled = config.enabled();
    }

    void begin(@Observes StartupEvent started, MetricsPoller poller, Scheduler scheduler) {
        if (!enabled) {
            return;
        }
        unlessStorageFails("read", () -> history.load(clock.instant()));
        poller.listen(snapshot -> unlessStorageFails("written", () -> history.record(snapshot.at(), readings(snapshot))));
        scheduler.newJob("history").setInterval("5s").setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(_ -> unlessStorageFails("written", () -> history.flush(clock.instant()))).schedule();
        scheduler.newJob("history-pruning").setInterval("10m").setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(_ -> unlessStorageFails("pruned", () -> pruning.prune(clock.instant(), System.nanoTime()))).schedule();
    }

    void end(@Observes ShutdownEvent stopping) {
        if (enabled) {
            unlessStorageFails("written", history::close);
        }
    }

    private List<Reading> readings(MetricsSnapshot snapshot) {
        var readings = new ArrayList<Reading>();
        for (var process : manager.known()) {
            var values = values(process, snapshot.of(process));
            if (!values.isEmpty()) {
                readings.add(new Reading(SeriesKey.of(process), values));
            }
        }
        return readings;
    }

    private static Map<String, Float> values(ManagedProcess process, MetricsSnapshot.Usage usage) {
        var values = new HashMap<String, Float>();
        usage.cpu().ifPresent(cpu -> values.put(Metric.CPU.wire(), (float) cpu));
        usage.memory().ifPresent(memory -> values.put(Metric.MEMORY.wire(), (float) memory));
        var resources = usage.resources();
        usage.threads().ifPresent(threads -> values.put(Metric.THREADS.wire(), (float) threads));
        resources.openFiles().ifPresent(files -> values.put(Metric.OPEN_FILES.wire(), (float) files));
        resources.diskRead().ifPresent(rate -> values.put(Metric.DISK_READ.wire(), (float) rate));
        resources.diskWrite().ifPresent(rate -> values.put(Metric.DISK_WRITE.wire(), (float) rate));
        resources.pss().ifPresent(bytes -> values.put(Metric.PSS.wire(), (float) bytes));
        if (process.status().isUp()) {
            ProbeValues.of(process.probes()).forEach(values::put);
        }
        return values;
    }

    /// What is measured goes on; that it isn't kept is told once, until it is again.
    private void unlessStorageFails(String what, Runnable work) {
        try {
            work.run();
            failed = false;
        } catch (StorageException e) {
            if (!failed) {
                LOG.warnf(e, "the history of processes can't be %s", what);
            }
            failed = true;
        }
    }
}
