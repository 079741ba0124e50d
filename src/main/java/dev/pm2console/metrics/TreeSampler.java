package dev.pm2console.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/// Measures what processes and all their descendants use, out of `/proc/PID/stat`. Where a process can't be seen (it
/// ended, another pid namespace, a system without `/proc`) it is absent from the result.
///
/// Each sample lists `/proc` and reads only who is new there and who is in a tree; everybody is read on the first
/// sample, when a process that was none of its business becomes a root, and every 30 seconds, in case a pid was reused
/// unseen. Cpu time of children that end between two samples is not lost (see [CpuLedger]). Times are in ticks of 10 ms:
/// at one sample a second a figure is exact to about 1 percent.
///
/// Cpu time per sample on a two-core virtual machine of 2026 with 80 other processes on it, code hot:
///
/// | way | 20 Node processes | 500 `sleep` processes |
/// |---|---|---|
/// | list, read who is new or in a tree (this; reading alone) | 0.3 ms | 4.2 ms |
/// | read all of `/proc/*/stat` | 0.9 ms | 5.1 ms |
/// | walk `/proc/PID/task/*/children` | 1.3 ms (7 threads each) | 9.7 ms (1 thread each) |
///
/// That is 9 µs for each process in a tree and 0.8 µs for each other one on the machine; with the sums, and with one
/// [HostSampler] sample, 0.34 ms for 20 processes, 1.0 ms for 100, 5.5 ms for 500. In a JVM just started, at one sample
/// a second, it is 1.8, 3.0 and 9.2 ms.
///
/// Safe for use by several threads, but one series of samples has one caller: a rate is over the time since anybody's
/// previous sample.
public final class TreeSampler {

    private static final long REREAD_ALL_NANOS = Duration.ofSeconds(30).toNanos();
    private static final double NANOS_PER_SECOND = 1e9;

    private final ProcFs proc;
    private final CpuLedger ledger = new CpuLedger();
    private ProcessTable table = ProcessTable.EMPTY;
    private Set<Long> members = Set.of();
    private Map<Long, List<ProcessStat>> lastTrees = Map.of();
    private long sampledAt;
    private long allReadAt;

    public TreeSampler(ProcFs proc) {
        this.proc = proc;
    }

    /// What each tree uses, by the pid of its root, for those that can be seen. A root below another root counts for
    /// both.
    ///
    /// @param rootPids the processes to measure
    /// @param nowNanos the time, of a clock such as `System.nanoTime()`; rates are absent if it did not move on
    public synchronized Map<Long, ProcessUsage> sample(Set<Long> rootPids, long nowNanos) {
        if (rootPids.isEmpty()) {
            table = ProcessTable.EMPTY;
            members = Set.of();
            lastTrees = Map.of();
            return Map.of();
        }
        var before = table;
        var after = refresh(rootPids, nowNanos);
        var ticks = ledger.book(before, after, members);
        var trees = new HashMap<Long, Tree>();
        var membersNow = new HashSet<Long>();
        for (var process : after.fresh()) {
            for (var above : after.lineage(process)) {
                if (rootPids.contains(above.pid())) {
                    trees.computeIfAbsent(above.pid(), pid -> new Tree())
                            .add(process, ticks.getOrDefault(process.pid(), 0L));
                    membersNow.add(process.pid());
                }
            }
        }
        var seconds = (nowNanos - sampledAt) / NANOS_PER_SECOND;
        var usages = HashMap.<Long, ProcessUsage> newHashMap(trees.size());
        trees.forEach((root, tree) -> {
            var measured = members.contains(root) && before.get(root).filter(after::holds).isPresent();
            usages.put(root, measured && seconds > 0 ? tree.usage(seconds) : tree.usage());
        });
        lastTrees = HashMap.newHashMap(trees.size());
        trees.forEach((root, tree) -> lastTrees.put(root, List.copyOf(tree.members)));
        table = after;
        members = membersNow;
        sampledAt = nowNanos;
        return Map.copyOf(usages);
    }

    /// The processes of each tree as they were at the last sample, parents before their children, by the pid of its root.
    synchronized Map<Long, List<ProcessStat>> trees() {
        return Map.copyOf(lastTrees);
    }

    /// The parent of a process that the last sample read; 0 where that is in another pid namespace.
    synchronized OptionalLong parent(long pid) {
        return table.get(pid).map(process -> OptionalLong.of(process.parent())).orElse(OptionalLong.empty());
    }

    private ProcessTable refresh(Set<Long> roots, long nowNanos) {
        var outsiderIsRoot = roots.stream()
                .anyMatch(root -> !members.contains(root) && table.get(root).isPresent());
        var all = table.isEmpty() || outsiderIsRoot || nowNanos - allReadAt >= REREAD_ALL_NANOS;
        if (all) {
            allReadAt = nowNanos;
        }
        return table.next(proc, pid -> all || members.contains(pid));
    }

    /// The sum over one tree.
    private final class Tree {
        private long pages;
        private long ticks;
        private long threads;
        private final List<ProcessStat> members = new ArrayList<>();

        void add(ProcessStat process, long usedTicks) {
            pages += process.residentPages();
            ticks += usedTicks;
            threads += process.threads();
            members.add(process);
        }

        ProcessUsage usage() {
            return new ProcessUsage(OptionalDouble.empty(), pages * proc.pageSize(), members.size(), threads);
        }

        ProcessUsage usage(double seconds) {
            var percent = 100.0 * ticks / proc.ticksPerSecond() / seconds;
            return new ProcessUsage(OptionalDouble.of(percent), pages * proc.pageSize(), members.size(), threads);
        }
    }
}
