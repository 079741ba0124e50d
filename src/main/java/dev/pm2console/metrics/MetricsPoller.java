package dev.pm2console.metrics;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import dev.pm2console.metrics.MetricsSnapshot.Usage;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.ProcessManager;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;

/// Measures once a tick, for everybody. The figures come from the kernel and cost the daemon nothing; only for processes
/// that can't be seen from here (another container's, say) those that the daemon told last are taken.
@Singleton
public class MetricsPoller {

    private final ProcessManager manager;
    private final TreeSampler trees;
    private final HostSampler host;
    private final InstantSource clock;
    private final List<Consumer<MetricsSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private volatile MetricsSnapshot latest = MetricsSnapshot.NONE;

    @Inject
    MetricsPoller(ProcessManager manager, ProcFs proc, InstantSource clock) {
        this.manager = manager;
        this.trees = new TreeSampler(proc);
        this.host = new HostSampler(proc);
        this.clock = clock;
    }

    /// The last snapshot; never waits.
    public MetricsSnapshot latest() {
        return latest;
    }

    /// From now on `listener` gets every snapshot, on the poller's thread: it returns at once.
    public void listen(Consumer<MetricsSnapshot> listener) {
        listeners.add(listener);
    }

    void schedule(@Observes StartupEvent started, Scheduler scheduler, MetricsConfig config) {
        scheduler.newJob("metrics").setInterval(config.interval().toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP).setTask(_ -> poll()).schedule();
    }

    private void poll() {
        var machine = host.sample();
        latest = new MetricsSnapshot(clock.instant(), new HostUsage(rounded(machine.cpu()), machine.memoryUsed(),
                machine.memoryTotal(), machine.load1()), processes());
        listeners.forEach(listener -> listener.accept(latest));
    }

    private Map<ProcessId, Usage> processes() {
        var list = manager.known().stream().filter(process -> process.status().isUp()).toList();
        Set<Long> pids = new HashSet<>();
        list.forEach(process -> process.pid().ifPresent(pids::add));
        var sampled = trees.sample(pids, System.nanoTime());
        var usages = new HashMap<ProcessId, Usage>();
        for (var process : list) {
            var pid = process.pid();
            var usage = pid.isPresent() ? sampled.get(pid.getAsLong()) : null;
            usages.put(process.id(), usage == null ? told(process)
                    : new Usage(pid, rounded(usage.cpu()), OptionalLong.of(usage.memory())));
        }
        return usages;
    }

    /// What the daemon said; 0 bytes is its way to say that it doesn't know.
    private static Usage told(ManagedProcess process) {
        return process.memoryByDaemon() > 0
                ? new Usage(process.pid(), OptionalDouble.of(process.cpuByDaemon()), OptionalLong.of(process.memoryByDaemon()))
                : Usage.UNKNOWN;
    }

    /// More digits than one would say more than a tick of the kernel's clock can tell.
    private static OptionalDouble rounded(OptionalDouble percent) {
        return percent.isPresent() ? OptionalDouble.of(Math.round(percent.getAsDouble() * 10) / 10.0) : percent;
    }
}
