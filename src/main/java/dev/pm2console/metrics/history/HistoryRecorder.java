package dev.pm2console.metrics.history;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.pm2console.jobs.Jobs;
import dev.pm2console.metrics.Metric;
import dev.pm2console.metrics.MetricsPoller;
import dev.pm2console.metrics.MetricsSnapshot;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.storage.StorageTries;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/// Hands what the poller measures to the history, and has it written.
@Singleton
public class HistoryRecorder {

    private final ProcessManager manager;
    private final History history;
    private final HistoryPruning pruning;
    private final InstantSource clock;
    private final boolean enabled;
    private final StorageTries loads = tries("the history of processes from before");
    private final StorageTries records = tries("the history of processes, after the clock was set back");
    private final StorageTries writes = tries("the history of processes");
    private final StorageTries prunings = tries("what is left of the history after its time");

    HistoryRecorder(ProcessManager manager, History history, HistoryPruning pruning, InstantSource clock,
            HistoryConfig config) {
        this.manager = manager;
        this.history = history;
        this.pruning = pruning;
        this.clock = clock;
        this.enabled = config.enabled();
    }

    void begin(@Observes StartupEvent started, MetricsPoller poller, Jobs jobs) {
        if (!enabled) {
            return;
        }
        loads.run(() -> history.load(clock.instant()));
        poller.listen(snapshot -> records.run(() -> history.record(snapshot.at(), readings(snapshot))));
        jobs.every("history", Duration.ofSeconds(5), () -> writes.run(() -> history.flush(clock.instant())));
        jobs.every("history-pruning", Duration.ofMinutes(10),
                () -> prunings.run(() -> pruning.prune(clock.instant(), System.nanoTime())));
    }

    void end(@Observes ShutdownEvent stopping) {
        if (enabled) {
            writes.run(history::close);
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

    private static StorageTries tries(String what) {
        return new StorageTries(HistoryRecorder.class, what);
    }
}
