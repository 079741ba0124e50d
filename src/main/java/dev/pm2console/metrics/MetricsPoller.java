package dev.pm2console.metrics;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import dev.pm2console.jobs.Jobs;
import dev.pm2console.metrics.MetricsSnapshot.Source;
import dev.pm2console.metrics.MetricsSnapshot.Usage;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.ProcessManager;
import io.quarkus.runtime.StartupEvent;

/// Measures once a tick, for everybody. The figures come from the kernel and cost the daemon nothing; only for processes
/// that can't be seen from here (another container's, say) those that the daemon told last are taken.
@Singleton
public class MetricsPoller {

    private static final Path CGROUP = Path.of("/sys/fs/cgroup");

    private final ProcessManager manager;
    private final TreeSampler trees;
    private final ResourceSampler resources;
    private final MachineSampler machine;
    private final InstantSource clock;
    private final List<Consumer<MetricsSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private volatile MetricsSnapshot latest = MetricsSnapshot.NONE;
    private volatile long tookNanos;

    @Inject
    MetricsPoller(ProcessManager manager, ProcFs proc, InstantSource clock) {
        this.manager = manager;
        this.trees = new TreeSampler(proc);
        this.resources = new ResourceSampler(proc);
        this.machine = new MachineSampler(new HostSampler(proc), new Cgroup(CGROUP), manager.daemon().home(),
                Runtime.getRuntime().availableProcessors());
        this.clock = clock;
    }

    /// The last snapshot; never waits.
    public MetricsSnapshot latest() {
        return latest;
    }

    /// How long the last tick took, what listeners did included.
    public Duration took() {
        return Duration.ofNanos(tookNanos);
    }

    /// From now on `listener` gets every snapshot, on the poller's thread: it returns at once.
    public void listen(Consumer<MetricsSnapshot> listener) {
        listeners.add(listener);
    }

    void schedule(@Observes StartupEvent started, Jobs jobs, MetricsConfig config) {
        jobs.every("metrics", config.interval(), this::poll);
    }

    private void poll() {
        var began = System.nanoTime();
        latest = new MetricsSnapshot(clock.instant(), rounded(machine.sample(began)), processes(began));
        listeners.forEach(listener -> listener.accept(latest));
        tookNanos = System.nanoTime() - began;
    }

    private Map<ProcessId, Usage> processes(long now) {
        var list = manager.known().stream().filter(process -> process.status().isUp()).toList();
        Set<Long> pids = new HashSet<>();
        list.forEach(process -> process.pid().ifPresent(pids::add));
        var sampled = trees.sample(pids, now);
        var held = resources.sample(trees.trees(), now);
        var daemon = manager.daemon().pid();
        var usages = new HashMap<ProcessId, Usage>();
        for (var process : list) {
            var pid = process.pid();
            var usage = pid.isPresent() ? sampled.get(pid.getAsLong()) : null;
            usages.put(process.id(), usage == null || isSomeoneElse(pid.getAsLong(), daemon) ? told(process)
                    : new Usage(pid, rounded(usage.cpu()), OptionalLong.of(usage.memory()),
                            OptionalInt.of((int) usage.threads()),
                            held.getOrDefault(pid.getAsLong(), ResourceUse.UNKNOWN), Optional.of(Source.KERNEL)));
        }
        return usages;
    }

    /// Whether the pid is another process's here, as the daemon runs in another container: it started all of its own.
    private boolean isSomeoneElse(long pid, OptionalLong daemon) {
        var parent = trees.parent(pid);
        return daemon.isPresent() && parent.isPresent() && parent.getAsLong() != daemon.getAsLong();
    }

    /// What the daemon said; 0 bytes is its way to say that it doesn't know.
    private static Usage told(ManagedProcess process) {
        return process.memoryByDaemon() > 0
                ? new Usage(process.pid(), OptionalDouble.of(process.cpuByDaemon()), OptionalLong.of(process.memoryByDaemon()),
                        OptionalInt.empty(), ResourceUse.UNKNOWN, Optional.of(Source.DAEMON))
                : Usage.UNKNOWN;
    }

    private static HostUsage rounded(HostUsage host) {
        return new HostUsage(rounded(host.cpu()), host.memoryUsed(), host.memoryTotal(), host.load1(), host.cores(),
                host.diskTotal(), host.diskFree(), host.limited());
    }

    /// More digits than one would say more than a tick of the kernel's clock can tell.
    private static OptionalDouble rounded(OptionalDouble percent) {
        return percent.isPresent() ? OptionalDouble.of(Math.round(percent.getAsDouble() * 10) / 10.0) : percent;
    }
}
