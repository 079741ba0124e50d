package dev.pm2console.logs;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/// One search through log files, newest line first. The lines of one output come in the order of its files; those of several are
/// put in the order of the times that they tell, and a line without one goes with the line before it that has one. It has to be
/// run or closed, as only a few may be there at once.
public final class LogSearch implements AutoCloseable {

    private static final int BLOCK = 1 << 20;
    private static final long PROGRESS_NS = 100_000_000;

    private final List<List<LogFile>> sources;
    private final LogQuery query;
    private final Semaphore places;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// Takes what is found.
    public interface Results {

        /// At most some ten times a second, before the first line and behind the last one.
        void progress(long files, long bytes, long totalBytes) throws IOException;

        void match(LogMatch match) throws IOException;

        void end(int matches, boolean truncated) throws IOException;

        /// Whether nobody takes them any more.
        boolean isGone();
    }

    /// @param places one of which it holds, and gives back when it is closed
    LogSearch(List<List<LogFile>> sources, LogQuery query, Semaphore places) {
        this.sources = List.copyOf(sources);
        this.query = query;
        this.places = places;
    }

    /// Searches. Blocks; stops within one block when nobody takes the results any more.
    public void run(Results results) throws IOException {
        var progress = new Told(results, total());
        var searches = IntStream.range(0, sources.size())
                .mapToObj(rank -> new SourceSearch(rank, sources.get(rank), query, progress)).toList();
        try {
            progress.tell();
            var newestFirst = new PriorityQueue<>(SourceSearch.NEWEST_FIRST);
            newestFirst.addAll(searches);
            var context = new LineContext(sources, query.context());
            var buffer = new byte[BLOCK];
            var matches = 0;
            while (matches < query.limit() && !newestFirst.isEmpty()) {
                var next = newestFirst.remove(); // and back, as its order changes
                var line = next.poll();
                if (line.isEmpty()) {
                    next.advance(buffer);
                } else {
                    results.match(context.around(line.get()));
                    matches++;
                }
                if (!next.isDone()) {
                    newestFirst.add(next);
                }
            }
            var truncated = searches.stream().anyMatch(it -> !it.isDone() || it.isTruncated());
            progress.tell();
            results.end(matches, truncated);
        } finally {
            for (var search : searches) {
                search.close();
            }
            close();
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            places.release();
        }
    }

    private long total() {
        return sources.stream().flatMap(List::stream).mapToLong(LogFile::size).sum();
    }

    static LogLine line(LogFile file, LineFacts facts, String text) {
        return new LogLine(OptionalLong.empty(), file.process().id(), file.process().name(), file.stream(), facts.at(),
                facts.level(), facts.follows(), text);
    }

    /// Tells what was read, now and then.
    private static final class Told implements SearchProgress {
        private final Results results;
        private final long total;
        private long files;
        private long bytes;
        private long told;

        Told(Results results, long total) {
            this.results = results;
            this.total = total;
        }

        @Override
        public void read(long more) throws IOException {
            bytes += more;
            if (results.isGone()) {
                throw new IOException("nobody waits for this search any more");
            }
            if (System.nanoTime() - told > PROGRESS_NS) {
                tell();
            }
        }

        @Override
        public void fileDone() {
            files++;
        }

        void tell() throws IOException {
            told = System.nanoTime();
            results.progress(files, Math.min(bytes, total), total);
        }
    }
}
