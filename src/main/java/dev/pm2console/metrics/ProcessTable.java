package dev.pm2console.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.LongPredicate;

/// Every process that could be seen at one moment. Of most only parent and start time matter, and those are taken over
/// from the table before: a process's parent changes only when that one ends, and then to one of its ancestors, so
/// nobody gets into a tree other than by being born there.
final class ProcessTable {

    static final ProcessTable EMPTY = new ProcessTable(Map.of(), List.of(), Long.MAX_VALUE);

    private final Map<Long, ProcessStat> known;
    private final List<ProcessStat> fresh;
    private final long newestStart;

    private ProcessTable(Map<Long, ProcessStat> known, List<ProcessStat> fresh, long newestStart) {
        this.known = known;
        this.fresh = fresh;
        this.newestStart = newestStart;
    }

    /// The table of now. Reads the processes that this one does not have, and those that are `wanted`; parents before
    /// their children, so that what a child used is never seen as its own and as its parent's (`reapedTicks`) at once.
    ProcessTable next(ProcFs proc, LongPredicate wanted) {
        var pids = proc.pids();
        var known = HashMap.<Long, ProcessStat> newHashMap(pids.size());
        var again = new ArrayList<ProcessStat>();
        var appeared = new ArrayList<Long>();
        for (var pid : pids) {
            var before = this.known.get(pid);
            if (before == null) {
                appeared.add(pid);
            } else if (wanted.test(pid)) {
                again.add(before);
            } else {
                known.put(pid, before);
            }
        }
        again.sort(Comparator.comparingLong(ProcessStat::startTime).thenComparingLong(ProcessStat::pid));
        Collections.sort(appeared);

        var fresh = new ArrayList<ProcessStat>(again.size() + appeared.size());
        again.forEach(before -> proc.stat(before.pid()).ifPresent(fresh::add));
        appeared.forEach(pid -> proc.stat(pid).ifPresent(fresh::add));
        fresh.forEach(stat -> known.put(stat.pid(), stat));
        var newest = known.values().stream().mapToLong(ProcessStat::startTime).max();
        return new ProcessTable(known, fresh, newest.orElse(Long.MAX_VALUE));
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    Optional<ProcessStat> get(long pid) {
        return Optional.ofNullable(known.get(pid));
    }

    /// What this table has read itself rather than taken over.
    List<ProcessStat> fresh() {
        return fresh;
    }

    /// The same process, not just the same pid, is here.
    boolean holds(ProcessStat process) {
        return get(process.pid()).filter(process::isSameProcess).isPresent();
    }

    /// A process that is not here was born after this table was made, rather than hidden until now.
    boolean isOlderThan(ProcessStat stranger) {
        return stranger.startTime() >= newestStart;
    }

    /// The process, its parent, that one's parent and so on. Ends also where pids reused while reading make a circle.
    SequencedSet<ProcessStat> lineage(ProcessStat process) {
        var lineage = new LinkedHashSet<ProcessStat>();
        var current = Optional.of(process);
        while (current.isPresent() && lineage.add(current.get())) {
            current = current.flatMap(this::parent);
        }
        return lineage;
    }

    /// A parent is never younger than its child: whoever is has got the pid of a parent that ended.
    private Optional<ProcessStat> parent(ProcessStat child) {
        return child.parent() == child.pid()
                ? Optional.empty()
                : get(child.parent()).filter(parent -> parent.startTime() <= child.startTime());
    }
}
