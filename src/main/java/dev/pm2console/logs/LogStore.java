package dev.pm2console.logs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import dev.pm2console.process.LogStream;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;

/// The log files of processes: their last lines, and emptying them.
@Singleton
public class LogStore {

    /// At most so much is read for one question, of all files together …
    private static final int MAX_BYTES = 16 * 1024 * 1024;
    /// … but a little of each, however many there are.
    private static final int LEAST_BYTES = 16 * 1024;
    /// A time at the beginning of a line, as PM2 writes it where an application asks for it.
    private static final Pattern TIME = Pattern.compile(
            "^\\[?(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d)?)\\]?:? ");

    /// One line of a file.
    ///
    /// @param at when it was written, where it says so itself
    public record Line(ProcessId id, String process, LogStream stream, Optional<Instant> at, String text) {
    }

    /// @param lines     oldest first
    /// @param truncated whether there are more
    public record Tail(List<Line> lines, boolean truncated) {
        public Tail {
            lines = List.copyOf(lines);
        }
    }

    private record File(ManagedProcess process, LogStream stream, Path path) {
    }

    /// The last lines of these processes, of all together. Lines that tell their time are put in its order; others stay
    /// behind the line that they follow in their file.
    public Tail tail(List<ManagedProcess> processes, Collection<LogStream> streams, int count) throws IOException {
        var lines = new ArrayList<Line>();
        var truncated = false;
        var files = files(processes, streams);
        for (var file : files) {
            var tail = LogTail.read(file.path, count, Math.max(LEAST_BYTES, MAX_BYTES / files.size()));
            truncated |= tail.cut();
            for (var text : tail.lines()) {
                lines.add(new Line(file.process.id(), file.process.name(), file.stream, time(text), text));
            }
        }
        var ordered = inOrder(lines);
        var more = ordered.size() > count;
        return new Tail(more ? ordered.subList(ordered.size() - count, ordered.size()) : ordered, truncated || more);
    }

    /// Empties these processes' files. What is not a regular file is left alone.
    public void flush(List<ManagedProcess> processes) throws IOException {
        for (var process : processes) {
            for (var path : List.of(process.logs().out(), process.logs().error(), process.logs().combined())) {
                if (path.isPresent()) {
                    empty(path.get());
                }
            }
        }
    }

    /// Empties one file.
    public void empty(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING).close();
        }
    }

    /// Each file once, though instances may share one.
    private static List<File> files(List<ManagedProcess> processes, Collection<LogStream> streams) {
        var files = new ArrayList<File>();
        for (var process : processes) {
            for (var stream : streams) {
                var path = stream == LogStream.OUT ? process.logs().out() : process.logs().error();
                path.filter(it -> files.stream().noneMatch(file -> file.path.equals(it)))
                        .ifPresent(it -> files.add(new File(process, stream, it)));
            }
        }
        return files;
    }

    private static List<Line> inOrder(List<Line> lines) {
        record Placed(Instant at, Line line) {
        }
        var placed = new ArrayList<Placed>();
        var last = Instant.MIN;
        for (var line : lines) {
            var first = placed.isEmpty() || !sameFile(placed.getLast().line, line);
            last = line.at.orElse(first ? Instant.MIN : last);
            placed.add(new Placed(last, line));
        }
        placed.sort(Comparator.comparing(Placed::at));
        return placed.stream().map(Placed::line).toList();
    }

    private static boolean sameFile(Line one, Line other) {
        return one.id.equals(other.id) && one.stream == other.stream;
    }

    private static Optional<Instant> time(String text) {
        var matcher = TIME.matcher(text);
        try {
            return matcher.find() ? Optional.of(instant(matcher.group(1))) : Optional.empty();
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    /// PM2's own stamp (`time`) has no zone: it is the machine's.
    private static Instant instant(String text) {
        return switch (DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from)) {
            case OffsetDateTime time -> time.toInstant();
            case LocalDateTime time -> time.atZone(ZoneId.systemDefault()).toInstant();
            default -> throw new DateTimeParseException("not a time", text, 0);
        };
    }
}
