package dev.pm2console.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Reads something costly of everybody in turns: each one so often, but in one sample not more than its time allows. Who
/// costs much is read more rarely.
final class Slices {

    /// So much of the time goes into reading one process, at most: a thousandth.
    private static final long RARITY = 1_000;

    private final long interval;
    private final Map<Long, Long> due = new HashMap<>();

    /// @param interval from one read of a process to the next, where there is time for that
    Slices(Duration interval) {
        this.interval = interval.toNanos();
    }

    /// @param now    of a clock such as `System.nanoTime()`
    /// @param budget nanoseconds that reading may take; whoever is first is read in any case
    void read(Collection<MemberUse> members, long now, long budget, Consumer<MemberUse> reading) {
        var waiting = new ArrayList<MemberUse>();
        for (var member : members) {
            if (due.getOrDefault(member.process().pid(), now) <= now) {
                waiting.add(member);
            }
        }
        waiting.sort(Comparator.comparingLong(member -> due.getOrDefault(member.process().pid(), Long.MIN_VALUE)));
        var began = System.nanoTime();
        var before = began;
        for (var member : waiting) {
            reading.accept(member);
            var after = System.nanoTime();
            due.put(member.process().pid(), now + Math.max(interval, (after - before) * RARITY));
            if (after - began > budget) {
                return;
            }
            before = after;
        }
    }

    void forget(List<Long> pids) {
        pids.forEach(due::remove);
    }
}
