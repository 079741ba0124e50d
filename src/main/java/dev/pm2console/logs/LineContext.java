package dev.pm2console.logs;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;

/// Reads the lines around one, over the edges of its file into the next older and newer one where that is not gzipped. Around a
/// line of a gzipped file there are those of the same block of it.
final class LineContext {

    private static final int WINDOW = 256 << 10;

    private final List<List<LogFile>> sources;
    private final int count;
    private final byte[] window = new byte[WINDOW];

    LineContext(List<List<LogFile>> sources, int count) {
        this.sources = sources;
        this.count = count;
    }

    LogMatch around(FoundLine found) throws IOException {
        var before = found.file().gzipped() ? found.before() : before(found);
        var after = found.file().gzipped() ? found.after() : after(found);
        var reader = new LineReader();
        var lines = before.stream().map(text -> LogSearch.line(found.file(), reader.next(text), text)).toList();
        reader.next(found.text());
        var behind = after.stream().map(text -> LogSearch.line(found.file(), reader.next(text), text)).toList();
        return new LogMatch(LogSearch.line(found.file(), found.facts(), found.text()), lines, behind,
                found.file().path().getFileName().toString(),
                found.offset());
    }

    private List<String> before(FoundLine found) throws IOException {
        var lines = new ArrayList<>(count == 0 ? List.of() : tail(found.file(), found.offset()));
        var files = source(found.file());
        for (var i = files.indexOf(found.file()) + 1; lines.size() < count && i < files.size()
                && !files.get(i).gzipped(); i++) {
            lines.addAll(0, tail(files.get(i), files.get(i).size()));
        }
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    private List<String> after(FoundLine found) throws IOException {
        var lines = new ArrayList<>(count == 0 ? List.of() : head(found.file(), found.end() + 1));
        var files = source(found.file());
        for (var i = files.indexOf(found.file()) - 1; lines.size() < count && i >= 0 && !files.get(i).gzipped(); i--) {
            lines.addAll(head(files.get(i), 0));
        }
        return lines.subList(0, Math.min(count, lines.size()));
    }

    private List<LogFile> source(LogFile file) {
        return sources.stream().filter(files -> files.contains(file)).findFirst().orElse(List.of());
    }

    private List<String> tail(LogFile file, long end) throws IOException {
        var start = Math.max(0, end - WINDOW);
        try (var channel = file.channel()) {
            var length = LogBytes.read(channel, window, start, (int) (end - start));
            var first = 0;
            if (start > 0) {
                while (first < length && window[first] != '\n') {
                    first++;
                }
                first = Math.min(length, first + 1);
            }
            return new LineBlock(window, first, length, 0).before(length, count);
        } catch (FileSystemException gone) {
            return List.of();
        }
    }

    private List<String> head(LogFile file, long start) throws IOException {
        try (var channel = file.channel()) {
            var length = LogBytes.read(channel, window, start, WINDOW);
            return new LineBlock(window, 0, length, 0).behind(0, count);
        } catch (FileSystemException gone) {
            return List.of();
        }
    }
}
