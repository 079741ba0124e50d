package dev.pm2console.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Measures what costs more than a line of `/proc/PID/stat`: open files, bytes read and written, proportional memory. It is
/// read in slices, so that a sample stays cheap however many processes there are: rates each second or every few seconds,
/// open files every 5 seconds, limits and proportional memory about once a minute.
///
/// What of other users can't be read is absent; of a tree it counts whether the root can be read. One caller.
final class ResourceSampler {

    private static final int RATES_AT_ONCE = 50; // or a quarter of them, if that is more
    private static final long PSS_NANOS = Duration.ofMillis(2).toNanos();
    private static final long PSS_NANOS_EACH = Duration.ofNanos(10_000).toNanos();
    private static final long OTHER_NANOS = Duration.ofMillis(4).toNanos();

    private final ProcFs proc;
    private final Map<Long, MemberUse> members = new HashMap<>();
    private final Slices openFiles = new Slices(Duration.ofSeconds(5));
    private final Slices limits = new Slices(Duration.ofMinutes(1));
    private final Slices memory = new Slices(Duration.ofSeconds(45));
    private List<MemberUse> ratesWaiting = List.of();
    private long sampledAt;

    ResourceSampler(ProcFs proc) {
        this.proc = proc;
    }

    /// What each tree uses, by the pid of its root.
    ///
    /// @param trees    the processes of each, parents before their children
    /// @param nowNanos the time, of a clock such as `System.nanoTime()`
    Map<Long, ResourceUse> sample(Map<Long, List<ProcessStat>> trees, long nowNanos) {
        update(trees);
        readRates(nowNanos);
        openFiles.read(members.values(), nowNanos, OTHER_NANOS, member -> member.readOpenFiles(proc));
        var roots = trees.keySet().stream().map(members::get).toList();
        limits.read(roots, nowNanos, OTHER_NANOS, member -> member.readLimit(proc));
        memory.read(members.values(), nowNanos, PSS_NANOS + members.size() * PSS_NANOS_EACH, member -> member.readPss(proc));
        sampledAt = nowNanos;
        var uses = HashMap.<Long, ResourceUse> newHashMap(trees.size());
        trees.forEach((root, tree) -> uses.put(root, use(members.get(root), tree)));
        return uses;
    }

    private void update(Map<Long, List<ProcessStat>> trees) {
        var now = new HashMap<Long, ProcessStat>();
        var born = new HashMap<Long, Boolean>();
        trees.forEach((root, tree) -> {
            var knownTree = tree.stream().filter(process -> process.pid() == root).anyMatch(this::isKnown);
            for (var process : tree) {
                now.put(process.pid(), process);
                born.merge(process.pid(), knownTree, Boolean::logicalOr);
            }
        });
        var ended = new ArrayList<MemberUse>();
        members.values().removeIf(member -> {
            var still = now.get(member.process().pid());
            var over = still == null || !still.isSameProcess(member.process());
            if (over) {
                ended.add(member);
            }
            return over;
        });
        // children first: what they pass on goes further up where their parent ended too
        ended.sort((one, other) -> Long.compare(other.process().startTime(), one.process().startTime()));
        var endedByPid = new HashMap<Long, MemberUse>();
        ended.forEach(member -> endedByPid.put(member.process().pid(), member));
        for (var member : ended) {
            var parent = member.process().parent();
            var heir = endedByPid.containsKey(parent) ? endedByPid.get(parent) : members.get(parent);
            if (heir != null && heir != member) {
                heir.inherit(member);
            }
        }
        var pids = List.copyOf(endedByPid.keySet());
        List.of(openFiles, limits, memory).forEach(slices -> slices.forget(pids));
        now.forEach((pid, process) -> members.computeIfAbsent(pid,
                _ -> new MemberUse(process, born.get(pid), sampledAt)));
    }

    private boolean isKnown(ProcessStat root) {
        var known = members.get(root.pid());
        return known != null && known.process().isSameProcess(root);
    }

    /// All of them at each sample where they are few, else in turns. Whoever was there before its children is read before
    /// them, so that what a child did is never seen as its own and as its parent's at once.
    private void readRates(long now) {
        if (ratesWaiting.isEmpty()) {
            ratesWaiting = members.values().stream()
                    .sorted((one, other) -> Long.compare(one.process().startTime(), other.process().startTime())).toList();
        }
        var some = ratesWaiting.subList(0, Math.min(ratesWaiting.size(), Math.max(RATES_AT_ONCE, members.size() / 4)));
        some.stream().filter(member -> members.get(member.process().pid()) == member)
                .forEach(member -> member.readDisk(proc, now));
        ratesWaiting = List.copyOf(ratesWaiting.subList(some.size(), ratesWaiting.size()));
    }

    private ResourceUse use(MemberUse root, List<ProcessStat> tree) {
        var files = 0;
        var read = 0.0;
        var written = 0.0;
        var bytes = 0L;
        for (var process : tree) {
            var member = members.get(process.pid());
            files += member.openFiles().orElse(0);
            read += member.diskRead().orElse(0);
            written += member.diskWrite().orElse(0);
            bytes += member.pss().orElse(process.residentPages() * proc.pageSize()); // not read yet
        }
        return new ResourceUse(
                root.openFiles().isPresent() ? OptionalInt.of(files) : OptionalInt.empty(),
                root.openFilesLimit(),
                root.diskRead().isPresent() ? OptionalDouble.of(read) : OptionalDouble.empty(),
                root.diskWrite().isPresent() ? OptionalDouble.of(written) : OptionalDouble.empty(),
                root.pss().isPresent() ? OptionalLong.of(bytes) : OptionalLong.empty());
    }
}
