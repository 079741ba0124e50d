package dev.pm2console.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Writes down where in the files of an output somebody is, and finds it again when they were rotated meanwhile: by the
/// file's key, which a rename keeps, or else in a copy by the bytes before it.
final class LogPlaces {

    private static final int PRINT = 64;
    /// The copies that are looked into.
    private static final int COPIES = 4;

    private LogPlaces() {
    }

    /// The place behind a line, so that it is the next.
    static LogCursor.Place behind(List<LogFile> files, int file, long end) throws IOException {
        var of = files.get(file);
        return new LogCursor.Place(of.process().id(), of.stream(), key(of), end, print(of, end));
    }

    /// Where it goes on; empty where that can't be told any more.
    static Optional<FileLines> find(List<LogFile> files, LogCursor.Place place, int block) {
        for (var i = 0; i < files.size(); i++) {
            if (key(files.get(i)) == place.file() && isThere(files.get(i), place)) {
                return Optional.of(new FileLines(files, i, place.offset(), block));
            }
        }
        for (var i = 0; i < Math.min(files.size(), COPIES); i++) {
            if (isThere(files.get(i), place)) {
                return Optional.of(new FileLines(files, i, place.offset(), block));
            }
        }
        return Optional.empty();
    }

    private static boolean isThere(LogFile file, LogCursor.Place place) {
        try {
            return (file.gzipped() || file.size() >= place.offset()) && print(file, place.offset()) == place.print();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static int print(LogFile file, long offset) throws IOException {
        var from = Math.max(0, offset - PRINT);
        var bytes = new FileContent(file).read(from, offset);
        if (bytes.length < offset - from) {
            throw new IOException(file + " is shorter");
        }
        return LineKey.hash(bytes, 0, bytes.length);
    }

    private static int key(LogFile file) {
        var key = file.fileKey().toString().getBytes(UTF_8);
        return LineKey.hash(key, 0, key.length);
    }
}
