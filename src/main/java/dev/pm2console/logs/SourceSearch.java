package dev.pm2console.logs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jboss.logging.Logger;

/// Searches the files of one output, from the newest line to the oldest, a block at a time.
final class SourceSearch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SourceSearch.class);

    /// By what comes next of each.
    static final Comparator<SourceSearch> NEWEST_FIRST = Comparator.comparing(SourceSearch::newest).reversed()
            .thenComparingInt(it -> it.rank);

    private final int rank;
    private final List<LogFile> files;
    private final LogQuery query;
    private final SearchProgress progress;
    private final ArrayDeque<FoundLine> found = new ArrayDeque<>();
    private int next;
    private Optional<FileChannel> channel = Optional.empty();
    private LogFile file;
    private long position;
    /// Nothing that is not read yet is newer, as far as the files tell.
    private Instant newest;
    private boolean truncated;

    /// @param rank  which comes first of lines of the same time: that of the least
    /// @param files newest first; at least one
    SourceSearch(int rank, List<LogFile> files, LogQuery query, SearchProgress progress) {
        this.rank = rank;
        this.files = files;
        this.query = query;
        this.progress = progress;
        file = files.getFirst();
        newest = file.modified();
    }

    /// Whether there is no line any more.
    boolean isDone() {
        return found.isEmpty() && channel.isEmpty() && next == files.size();
    }

    /// The time of the next line, or one that it is not behind.
    Instant newest() {
        return found.isEmpty() ? newest : found.peek().order();
    }

    /// The next line, where it is known already.
    Optional<FoundLine> poll() {
        return Optional.ofNullable(found.poll());
    }

    /// Whether lines were left out.
    boolean isTruncated() {
        return truncated;
    }

    /// Reads on by one block; a gzipped file as a whole.
    void advance(byte[] buffer) throws IOException {
        if (channel.isPresent()) {
            block(channel.get(), buffer);
            return;
        }
        file = files.get(next++);
        if (!mayHave(next - 1)) {
            progress.read(file.size());
            progress.fileDone();
            return;
        }
        if (found.isEmpty() && file.modified().isBefore(newest)) {
            newest = file.modified();
        }
        try {
            if (file.gzipped()) {
                var lines = new GzipSearch(file, query, progress).lines(buffer);
                truncated |= lines.truncated();
                found.addAll(lines.newestFirst());
                progress.fileDone();
            } else {
                channel = Optional.of(file.channel());
                position = channel.get().size();
            }
        } catch (NoSuchFileException rotatedAway) {
            progress.fileDone();
        } catch (FileSystemException unreadable) {
            LOG.debugf(unreadable, "%s can't be searched", file);
            progress.fileDone();
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
            channel = Optional.empty();
            progress.fileDone();
        }
    }

    private boolean mayHave(int index) {
        var ended = query.from().map(from -> files.get(index).modified().isBefore(from)).orElse(false);
        var older = index + 1 < files.size() ? Optional.of(files.get(index + 1).modified()) : Optional.<Instant> empty();
        var begunLater = query.to().flatMap(to -> older.map(at -> !at.isBefore(to))).orElse(false);
        return !ended && !begunLater;
    }

    private void block(FileChannel open, byte[] buffer) throws IOException {
        if (position == 0) {
            close();
            return;
        }
        var start = Math.max(0, position - buffer.length);
        var length = LogBytes.read(open, buffer, start, (int) (position - start));
        progress.read(position - start);
        var first = start == 0 ? 0 : lineStart(buffer, length);
        if (first < 0) {
            longLine(open, buffer, start);
            return;
        }
        take(new LineBlock(buffer, first, length, 0), start);
        position = start + first;
    }

    private static int lineStart(byte[] buffer, int length) {
        for (var i = 0; i < length - 1; i++) {
            if (buffer[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    /// A line that is longer than a block; of that only the beginning is shown, and searched.
    private void longLine(FileChannel open, byte[] buffer, long within) throws IOException {
        var end = position;
        var begin = within;
        while (begin > 0) {
            var start = Math.max(0, begin - buffer.length);
            var length = LogBytes.read(open, buffer, start, (int) (begin - start));
            progress.read(begin - start);
            var at = length - 1;
            while (at >= 0 && buffer[at] != '\n') {
                at--;
            }
            begin = at >= 0 ? start + at + 1 : start;
            if (at >= 0) {
                break;
            }
        }
        var length = LogBytes.read(open, buffer, begin, (int) Math.min(SafeText.LONGEST, end - begin));
        take(new LineBlock(buffer, 0, length, Math.max(1, end - begin - length - 1)), begin);
        position = begin;
    }

    private void take(LineBlock block, long offset) throws IOException {
        if (query.from().isPresent() && block.ends().filter(at -> at.isBefore(query.from().get())).isPresent()) {
            close();
            next = files.size(); // what is before it is older still
            return;
        }
        var begins = block.begins();
        if (query.to().isEmpty() || begins.filter(at -> !at.isBefore(query.to().get())).isEmpty()) {
            var matches = new BlockSearch(file, query, newest, false).search(block, offset);
            while (matches.size() > query.limit()) {
                matches.removeFirst();
                truncated = true;
            }
            matches.descendingIterator().forEachRemaining(found::add);
        }
        newest = begins.filter(newest::isAfter).orElse(newest);
    }
}
