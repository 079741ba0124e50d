package dev.pm2console.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Books the cpu time used between two samples on the processes that are left, each tick once.
///
/// - A process that was there before: what its own time grew by.
/// - One born since: all it has used. One that was merely hidden before: nothing yet.
/// - One that ended since: what it used after the last look at it is in the time that its parent says its children used
///   (`reapedTicks`), together with all that it used before. The latter was booked already, so the parent *owes* it and
///   gets only what is more.
///
/// What is owed and not in the parent's time yet (it waited for the child after it was looked at) is kept for one more
/// sample. Then it is let go: parents that ignore `SIGCHLD` are never told of their children's time, and of those the
/// last part before their end is lost. So a figure may fall short in rare cases; it is never negative nor too large.
final class CpuLedger {

    private Map<Long, Long> owedStill = Map.of();

    /// Ticks used between two tables, by pid, for each process that `after` has read.
    ///
    /// @param measured the pids of which `before` has read the times
    Map<Long, Long> book(ProcessTable before, ProcessTable after, Set<Long> measured) {
        var owed = owedByParents(before, after, measured);
        var booked = HashMap.<Long, Long> newHashMap(after.fresh().size());
        var kept = new HashMap<Long, Long>();
        for (var now : after.fresh()) {
            var then = before.get(now.pid()).filter(now::isSameProcess);
            if (then.isEmpty()) {
                booked.put(now.pid(), before.isOlderThan(now) ? now.totalTicks() : 0);
                continue;
            }
            var own = Math.max(0, now.ownTicks() - then.get().ownTicks());
            var reaped = Math.max(0, now.reapedTicks() - then.get().reapedTicks());
            var newDebt = owed.getOrDefault(now.pid(), 0L);
            var debt = newDebt + owedStill.getOrDefault(now.pid(), 0L);
            booked.put(now.pid(), own + Math.max(0, reaped - debt));
            if (debt > reaped && newDebt > 0) {
                kept.put(now.pid(), Math.min(newDebt, debt - reaped));
            }
        }
        owedStill = kept;
        return booked;
    }

    /// Whoever ended is owed by the nearest ancestor that is left.
    private Map<Long, Long> owedByParents(ProcessTable before, ProcessTable after, Set<Long> measured) {
        var owed = new HashMap<Long, Long>();
        for (var pid : measured) {
            before.get(pid).filter(process -> !after.holds(process)).ifPresent(ended -> {
                var debt = ended.totalTicks() + owedStill.getOrDefault(pid, 0L);
                before.lineage(ended).stream()
                        .filter(after::holds)
                        .findFirst()
                        .ifPresent(heir -> owed.merge(heir.pid(), debt, Long::sum));
            });
        }
        return owed;
    }
}
