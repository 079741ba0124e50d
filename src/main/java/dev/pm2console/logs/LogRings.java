package dev.pm2console.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

import dev.pm2console.process.ProcessId;

/// The last lines of each process, in memory: bounded for each in lines and bytes, and in bytes for all together, where the
/// process that takes most gives up first. Any thread may ask.
public final class LogRings {

    private final long most;
    private final long mostOfOne;
    private final int linesOfOne;

    private final ReentrantLock lock = new ReentrantLock();
    // guarded by the lock
    private final Map<ProcessId, LogRing> rings = new HashMap<>();
    private long bytes;

    /// @param most       bytes of all
    /// @param mostOfOne  bytes of one process
    /// @param linesOfOne lines of one process
    public LogRings(long most, long mostOfOne, int linesOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
        this.linesOfOne = linesOfOne;
    }

    /// The last `count` lines of the processes that `wanted` names and that `matching` takes, oldest first.
    public List<LogLine> tail(Predicate<LogLine> matching, int count) {
        var found = new ArrayList<LogLine>();
        for (var lines : snapshot()) { // not under the lock: matching may take long
            var ofThis = 0;
            for (var i = lines.size() - 1; i >= 0 && ofThis < count; i--) {
                if (matching.test(lines.get(i))) {
                    found.add(lines.get(i));
                    ofThis++;
                }
            }
        }
        found.sort(Comparator.comparingLong(line -> line.seq().orElseThrow()));
        return List.copyOf(found.subList(Math.max(0, found.size() - count), found.size()));
    }

    /// The last `count` lines of one process that `matching` takes, oldest first. Not for a test that may take long.
    public List<LogLine> last(ProcessId id, Predicate<LogLine> matching, int count) {
        lock.lock();
        try {
            var ring = rings.get(id);
            return ring == null ? List.of() : ring.last(matching, count);
        } finally {
            lock.unlock();
        }
    }

    /// Forgets what these processes wrote.
    public void clear(Predicate<ProcessId> processes) {
        lock.lock();
        try {
            rings.entrySet().removeIf(ring -> {
                var gone = processes.test(ring.getKey());
                bytes -= gone ? ring.getValue().bytes() : 0;
                return gone;
            });
        } finally {
            lock.unlock();
        }
    }

    /// What all of it takes of the heap, about.
    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    void add(List<LogLine> lines) {
        lock.lock();
        try {
            lines.forEach(this::add);
        } finally {
            lock.unlock();
        }
    }

    private void add(LogLine line) {
        var ring = rings.computeIfAbsent(line.id(), _ -> new LogRing());
        var before = ring.bytes();
        ring.add(line);
        while (ring.size() > linesOfOne || (ring.bytes() > mostOfOne && ring.size() > 1)) {
            ring.forgetOldest();
        }
        bytes += ring.bytes() - before;
        while (bytes > most) {
            giveUpSome();
        }
    }

    /// A hundredth at a time, so that the largest need not be looked for with every line.
    private void giveUpSome() {
        var largest = rings.values().stream().max(Comparator.comparingLong(LogRing::bytes)).orElseThrow();
        var before = largest.bytes();
        while (largest.size() > 0 && before - largest.bytes() < most / 100) {
            largest.forgetOldest();
        }
        bytes -= before - largest.bytes();
    }

    private List<List<LogLine>> snapshot() {
        lock.lock();
        try {
            return rings.values().stream().map(ring -> List.copyOf(ring.lines())).toList();
        } finally {
            lock.unlock();
        }
    }
}
