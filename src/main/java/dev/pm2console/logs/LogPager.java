package dev.pm2console.logs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/// Takes lines of several outputs together, from the newest to the oldest.
final class LogPager {

    /// At most so many bytes are answered, and so many read, at a time.
    private static final long MOST_ANSWERED = 4 << 20;
    private static final long MOST_READ = 256L << 20;

    private LogPager() {
    }

    /// @param lost whether some lines before are known to be out of reach
    static LogPage page(List<FileLines> outputs, int count, boolean lost) throws IOException {
        var heads = new PriorityQueue<FileLines>(
                Comparator.comparing((FileLines it) -> it.peek().order(), Comparator.reverseOrder())
                        .thenComparing(it -> it.peek().line().id(), Comparator.reverseOrder())
                        .thenComparing(it -> it.peek().line().stream(), Comparator.reverseOrder()));
        outputs.stream().filter(FileLines::hasNext).forEach(heads::add);
        var lines = new ArrayList<FileLine>();
        var size = 0L;
        var read = outputs.stream().mapToLong(FileLines::bytes).sum();
        while (!heads.isEmpty() && lines.size() < count && size < MOST_ANSWERED && read < MOST_READ + size) {
            var output = heads.remove();
            var before = output.bytes();
            var line = output.next();
            lines.add(line);
            size += line.raw().length();
            if (output.hasNext()) {
                heads.add(output);
            }
            read += output.bytes() - before;
        }
        var outOfReach = lost || heads.size() > LogCursor.MOST || outputs.stream().anyMatch(FileLines::lost);
        var truncated = outOfReach || !heads.isEmpty();
        var places = new ArrayList<LogCursor.Place>();
        while (!heads.isEmpty() && places.size() < LogCursor.MOST) {
            places.add(after(heads.remove()));
        }
        var oldestFirst = lines.reversed();
        return new LogPage(oldestFirst.stream().map(FileLine::line).toList(), oldestFirst.stream().map(FileLine::raw).toList(),
                truncated, places.isEmpty() ? Optional.empty() : Optional.of(new LogCursor(places, !outOfReach).toString()));
    }

    /// The place of what comes next, with it.
    private static LogCursor.Place after(FileLines output) throws IOException {
        var next = output.peek();
        return LogPlaces.behind(output.files(), next.file(), next.end());
    }
}
