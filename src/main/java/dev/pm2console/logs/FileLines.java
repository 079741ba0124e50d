package dev.pm2console.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Reads the lines of one output from the newest to the oldest: the current file backwards, then those it was rotated into.
/// A block at a time, so that little is in memory.
///
/// What a line says of itself can depend on those before it: each block is begun to be read a bit earlier.
final class FileLines {

    /// The place at a file's end.
    static final long END = -1;

    private static final int RUN_IN = 16 << 10;
    /// A longer line counts as several.
    private static final int MOST_OF_LINE = 1 << 20;
    /// So old, in milliseconds, a byte that tells no time is guessed to be for each that stands behind it.
    private static final long MILLIS_OF_BYTE = 10;

    private final List<LogFile> files;
    private final int block;
    private final List<FileLine> read = new ArrayList<>();
    private FileContent content;
    private int file;
    private long end;
    private long bytes;
    private boolean lost;

    /// @param files newest first; at least one
    /// @param file  the one to begin with
    /// @param end   where in it, or [#END]
    /// @param block bytes to read at a time
    FileLines(List<LogFile> files, int file, long end, int block) {
        this.files = files;
        this.file = file;
        this.end = end;
        this.block = block;
        this.content = new FileContent(files.get(file));
    }

    List<LogFile> files() {
        return files;
    }

    boolean hasNext() {
        while (read.isEmpty() && file < files.size()) {
            try {
                fill();
            } catch (IOException unreadable) {
                lost = true;
                nextFile();
            }
        }
        return !read.isEmpty();
    }

    /// The next older line, which stays the next; there must be one.
    FileLine peek() {
        return read.getLast();
    }

    FileLine next() {
        return read.removeLast();
    }

    /// How much was read so far.
    long bytes() {
        return bytes;
    }

    /// Whether some file could not be read.
    boolean lost() {
        return lost;
    }

    private void nextFile() {
        file++;
        end = END;
        if (file < files.size()) {
            content = new FileContent(files.get(file));
        }
    }

    private void fill() throws IOException {
        if (end == END) {
            end = content.size();
        }
        if (end == 0) {
            nextFile();
            return;
        }
        for (var size = block; read.isEmpty(); size *= 2) {
            var keep = Math.max(0, end - size);
            var from = Math.max(0, keep - RUN_IN);
            var part = content.read(from, end);
            if (part.length < end - from) {
                throw new IOException(files.get(file) + " has become shorter");
            }
            bytes += part.length;
            parse(part, from, keep, size >= MOST_OF_LINE);
        }
        end = read.getFirst().begin();
    }

    /// @param keep  lines that begin before are left for later
    /// @param force there is a line there, wherever it really begins
    private void parse(byte[] part, long from, long keep, boolean force) {
        var reader = new LineReader();
        var told = Instant.MIN;
        var order = Instant.MIN;
        for (var begin = from == 0 ? 0 : lineEnd(part, 0) + 1; begin < part.length;) {
            var lineEnd = lineEnd(part, begin);
            var line = line(reader, part, begin, lineEnd, from);
            told = line.line().at().orElse(told);
            var follows = line.line().follows() && !order.equals(Instant.MIN);
            order = !told.equals(Instant.MIN) ? told : follows ? order : line.order();
            if (from + begin >= keep) {
                read.add(new FileLine(line.line(), line.raw(), file, line.begin(), line.end(), order));
            }
            begin = lineEnd + 1;
        }
        if (read.isEmpty() && force) {
            var begin = (int) (keep - from);
            read.add(line(reader, part, begin, part[part.length - 1] == '\n' ? part.length - 1 : part.length, from));
        }
    }

    private FileLine line(LineReader reader, byte[] part, int begin, int lineEnd, long from) {
        var of = files.get(file);
        var written = LineBytes.of(part, begin, lineEnd);
        var text = SafeText.line(written.text(), written.more());
        var facts = reader.next(text);
        var guess = of.modified().minusMillis(MILLIS_OF_BYTE * Math.max(0, of.size() - from - begin));
        return new FileLine(new LogLine(OptionalLong.empty(), of.process().id(), of.process().name(), of.stream(), facts.at(),
                facts.level(), facts.follows(), text), written.text(), file, from + begin,
                from + Math.min(part.length, lineEnd + 1), facts.at().orElse(guess));
    }

    private static int lineEnd(byte[] part, int from) {
        var at = from;
        while (at < part.length && part[at] != '\n') {
            at++;
        }
        return at;
    }

    /// What is kept of a line's bytes.
    ///
    /// @param more how many were left out behind it
    private record LineBytes(String text, long more) {

        static LineBytes of(byte[] part, int begin, int end) {
            if (end - begin <= SafeText.LONGEST) {
                return new LineBytes(new String(part, begin, end - begin, UTF_8), 0);
            }
            for (var at = end - SafeText.LONGEST; at < end - 1; at++) {
                if (part[at] == '\r') { // written over again and again: the last states count
                    return new LineBytes(new String(part, at + 1, end - at - 1, UTF_8), 0);
                }
            }
            var cut = begin + SafeText.LONGEST;
            while (cut > begin && (part[cut] & 0xc0) == 0x80) {
                cut--;
            }
            return new LineBytes(new String(part, begin, cut - begin, UTF_8), end - cut);
        }
    }
}
