package dev.pm2console.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import com.google.re2j.Pattern;

import dev.pm2console.logs.LogBatch;
import dev.pm2console.process.ManagedProcess;

/// All who watch the same, and what is to be told them. Guarded by the stream's lock.
final class LogAudience {

    /// The most lines that wait to be told; where there are more, the oldest are lost to these viewers.
    static final int MOST_WAITING = 200_000;

    private final LogsQuery query;
    private final Optional<Pattern> grep;
    private final List<LogViewer> viewers = new ArrayList<>();
    private final Deque<LogBatch> batches = new ArrayDeque<>();
    private List<LogBatch.Lost> lost = new ArrayList<>();
    private int waiting;
    private long newest;
    private long taken;

    /// @param latest the number of the last line that there is already
    LogAudience(LogsQuery query, long latest) {
        this.query = query;
        this.grep = query.grep().map(LogsQuery::compile);
        this.newest = latest;
        this.taken = latest;
    }

    void join(LogViewer viewer) {
        viewers.add(viewer);
    }

    /// @return whether nobody is left
    boolean leave(LogViewer viewer) {
        viewers.remove(viewer);
        return viewers.isEmpty();
    }

    /// The number of the last line that was told to who was there then: whoever joins now is told what comes behind it.
    long taken() {
        return taken;
    }

    LogsFilter filter(List<ManagedProcess> list) {
        return new LogsFilter(query, grep, list);
    }

    void add(LogBatch batch) {
        batches.add(batch);
        waiting += batch.lines().size();
        if (!batch.lines().isEmpty()) {
            newest = batch.lines().getLast().seq().orElseThrow();
        }
        while (waiting > MOST_WAITING && batches.size() > 1) {
            var oldest = batches.remove();
            waiting -= oldest.lines().size();
            lost.addAll(oldest.lost());
            lost.addAll(oldest.asLost());
        }
    }

    /// What is to be told; empty where nothing is.
    Optional<Work> take() {
        if (batches.isEmpty()) {
            return Optional.empty();
        }
        var work = new Work(this, List.copyOf(batches), lost, List.copyOf(viewers));
        batches.clear();
        lost = new ArrayList<>();
        waiting = 0;
        taken = newest;
        return Optional.of(work);
    }

    /// What is to be told to whom. Needs no lock.
    record Work(LogAudience audience, List<LogBatch> batches, List<LogBatch.Lost> lost, List<LogViewer> viewers) {

        /// @param list the processes as they are now
        void tell(List<ManagedProcess> list) {
            var filter = audience.filter(list);
            var lines = batches.stream().flatMap(batch -> batch.lines().stream()).filter(filter).toList();
            for (var frame : LogFrame.of(lines, skipped(filter))) {
                viewers.forEach(viewer -> viewer.offer(frame));
            }
        }

        private long skipped(LogsFilter filter) {
            var all = new ArrayList<>(lost);
            batches.forEach(batch -> all.addAll(batch.lost()));
            return all.stream().filter(filter::concerns).mapToLong(LogBatch.Lost::lines).sum();
        }
    }
}
