package dev.pm2console.metrics.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What processes used in the last days: a point a second for a quarter of an hour, one each ten seconds for six hours, one
/// a minute for two weeks.
///
/// [#record] only adds to memory. Blocks that are over are written by [#flush], all in one transaction, and the open ones too
/// by [#close]; a crash costs little more than the last minute, as [#load] makes open blocks of the coarser tiers anew out of the
/// finer ones. A clock that is set back is treated like a restart.
public final class History {

    /// Of so many processes there is history, those that are gone included.
    public static final int MAX_SERIES = 2_000;

    private final HistoryTable table;
    private final Map<SeriesKey, ProcessHistory> processes = new HashMap<>();
    private final WaitingBlocks waiting = new WaitingBlocks(3 * MAX_SERIES);
    private volatile long recordedAt = Long.MIN_VALUE;

    public History(HistoryTable table) {
        this.table = table;
    }

    /// Takes up what the console knew when it ended.
    public void load(Instant now) {
        var at = now.toEpochMilli();
        var restored = new HashMap<SeriesKey, ProcessHistory>();
        var ended = new ArrayList<OwnedBlock>();
        table.newest(Tier.SECONDS).forEach((key, newest) -> {
            var known = Restoration.of(table, key, newest, at);
            known.ended().forEach(block -> ended.add(new OwnedBlock(key, block)));
            if (!known.history().isIdle(at)) {
                restored.put(key, known.history());
            }
        });
        if (!ended.isEmpty()) {
            table.write(ended);
        }
        synchronized (this) {
            processes.putAll(restored);
        }
    }

    /// Adds what was measured at one moment; one caller.
    public void record(Instant now, List<Reading> readings) {
        var at = now.toEpochMilli();
        if (at < recordedAt && at < Tier.SECONDS.blockStart(recordedAt)) { // the clock was set back
            close();
            load(now);
        }
        recordedAt = at;
        add(at, readings);
    }

    private synchronized void add(long at, List<Reading> readings) {
        for (var reading : readings) {
            var history = processes.get(reading.key());
            if (history == null && processes.size() < MAX_SERIES) {
                history = new ProcessHistory();
                processes.put(reading.key(), history);
            }
            if (history != null) {
                history.add(at, reading.values()).forEach(block -> waiting.add(reading.key(), block));
            }
        }
    }

    /// Writes the blocks that are over.
    public void flush(Instant now) {
        write(over(now.toEpochMilli()));
    }

    /// Writes everything, and forgets it.
    public void close() {
        write(all());
    }

    private void write(List<OwnedBlock> blocks) {
        if (!blocks.isEmpty()) {
            table.write(blocks);
            written(blocks);
        }
    }

    private synchronized List<OwnedBlock> over(long at) {
        processes.forEach((key, history) -> history.close(at).forEach(block -> waiting.add(key, block)));
        processes.values().removeIf(history -> history.isIdle(at));
        return waiting.all();
    }

    private synchronized List<OwnedBlock> all() {
        processes.forEach((key, history) -> history.open().forEach(block -> waiting.add(key, block)));
        processes.clear();
        return waiting.all();
    }

    private synchronized void written(List<OwnedBlock> blocks) {
        waiting.written(blocks);
    }

    /// Everybody whose history there is under this name or id.
    public Set<SeriesKey> keys(String name, int id) {
        var keys = new HashSet<>(table.keys(name, id));
        synchronized (this) {
            processes.keySet().stream().filter(key -> key.name().equals(name) || key.id().value() == id).forEach(keys::add);
        }
        return keys;
    }

    /// Whose history is in memory: who runs, or has run in the last hour.
    synchronized Set<SeriesKey> present() {
        return Set.copyOf(processes.keySet());
    }

    /// Metrics of one process over some time.
    ///
    /// @param from oldest moment, in milliseconds since 1970
    /// @param to   the first moment after it
    List<Series> series(SeriesKey key, List<String> metrics, long from, long to, Step step) {
        var points = new HashMap<String, Downsampling>();
        metrics.forEach(metric -> points.put(metric, new Downsampling(step.millis())));
        var fromBlocks = new ArrayList<String>();
        for (var metric : metrics) {
            if (step.tier() != Tier.SECONDS || !addRecent(key, metric, from, to, points.get(metric))) {
                fromBlocks.add(metric);
            }
        }
        if (!fromBlocks.isEmpty()) {
            addBlocks(key, fromBlocks, from, to, step.tier(), points);
        }
        return metrics.stream().map(metric -> new Series(key, metric, step.millis(), points.get(metric).points())).toList();
    }

    /// @return whether this metric's last quarter of an hour is in memory
    private synchronized boolean addRecent(SeriesKey key, String metric, long from, long to, Downsampling taker) {
        var history = processes.get(key);
        if (history == null || !history.hasRecent(metric)) {
            return false;
        }
        history.recent(metric, from, to, taker);
        return true;
    }

    private void addBlocks(SeriesKey key, List<String> metrics, long from, long to, Tier tier,
            Map<String, Downsampling> takers) {
        // memory first: what is written in between is found there or in the table, and not missed
        var inMemory = inMemory(key, metrics, from, to, tier);
        var all = new TreeMap<Long, Map<String, List<Point>>>(inMemory);
        table.blocks(key, tier, tier.blockStart(from), to,
                block -> all.putIfAbsent(block.start(), points(block, metrics, from, to)));
        all.values().forEach(block -> block.forEach((metric, points) -> points.forEach(takers.get(metric))));
    }

    private synchronized Map<Long, Map<String, List<Point>>> inMemory(SeriesKey key, List<String> metrics, long from, long to,
            Tier tier) {
        var found = new HashMap<Long, Map<String, List<Point>>>();
        waiting.of(key, tier, block -> found.put(block.start(), points(block, metrics, from, to)));
        var history = processes.get(key);
        if (history != null) {
            history.open(tier).ifPresent(block -> found.put(block.start(), points(block, metrics, from, to)));
        }
        return found;
    }

    private static Map<String, List<Point>> points(Block block, List<String> metrics, long from, long to) {
        var found = new HashMap<String, List<Point>>();
        for (var metric : metrics) {
            var points = new ArrayList<Point>();
            block.points(metric, from, to, points::add);
            found.put(metric, points);
        }
        return found;
    }

    /// Blocks that are over and not written yet: many where the disk is slow or full.
    public synchronized int waiting() {
        return waiting.size();
    }

    /// Blocks that could not be written in time and were given up.
    public synchronized long lost() {
        return waiting.lost();
    }
}
