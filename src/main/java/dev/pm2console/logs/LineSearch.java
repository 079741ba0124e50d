package dev.pm2console.logs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.pm2console.process.LogStream;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;

/// Finds lines in files by their keys. Where an application writes the same text again and again, those in memory tell
/// which of them is meant.
final class LineSearch {

    /// So much of an output is looked through.
    private static final long MOST_READ = 64L << 20;

    private final Map<ProcessId, ManagedProcess> processes;
    private final LogRings rings;

    LineSearch(List<ManagedProcess> processes, LogRings rings) {
        this.processes = processes.stream().collect(Collectors.toMap(ManagedProcess::id, Function.identity()));
        this.rings = rings;
    }

    /// The line in memory that has this key, the oldest of them.
    Optional<LogLine> heard(LineKey key) {
        return rings.tail(line -> line.id().equals(key.id()) && line.stream() == key.stream() && LineKey.of(line).equals(key),
                Integer.MAX_VALUE).stream().findFirst();
    }

    /// Whether the line would be in these files.
    boolean holds(List<LogFile> files, LineKey key) {
        return path(key.id(), key.stream()).equals(path(files));
    }

    /// Goes to where the lines in memory begin that are not older than one of them.
    ///
    /// @return whether that place was found
    boolean beforeHeard(FileLines fromEnd, LogLine first) {
        var path = path(fromEnd.files());
        var newer = rings.tail(line -> line.seq().orElseThrow() >= first.seq().orElseThrow()
                && path(line.id(), line.stream()).equals(path), Integer.MAX_VALUE);
        if (newer.isEmpty()) {
            return true;
        }
        var key = LineKey.of(newer.getFirst());
        var hashes = newer.stream().skip(1).filter(line -> LineKey.hash(line.text()) == key.hash()).count();
        return find(fromEnd, key, hashes).isPresent();
    }

    /// Goes to where the lines are not newer than one that is not in memory: to that line, or in another output to the
    /// lines of its time.
    ///
    /// @return whether that place was found
    boolean before(FileLines fromEnd, LineKey key) {
        return holds(fromEnd.files(), key) ? find(fromEnd, key, 0).isPresent() : skipNewer(fromEnd, key);
    }

    /// How many lines of this text are in memory behind the one that has this key.
    long repeats(LineKey key) {
        var path = path(key.id(), key.stream());
        return heard(key).map(first -> rings.tail(line -> line.seq().orElseThrow() > first.seq().orElseThrow()
                && path(line.id(), line.stream()).equals(path) && LineKey.hash(line.text()) == key.hash(), Integer.MAX_VALUE)
                .stream().count()).orElse(0L);
    }

    /// Goes back to a line, which is answered; the next is the one before it.
    ///
    /// @param repeats so many of the same text are behind it
    Optional<LogLine> find(FileLines lines, LineKey key, long repeats) {
        return find(lines, key, repeats, _ -> {
            // nobody wants those behind it
        });
    }

    /// @param passed told those behind it, from the newest
    Optional<LogLine> find(FileLines lines, LineKey key, long repeats, Consumer<LogLine> passed) {
        var left = repeats;
        while (lines.bytes() < MOST_READ && lines.hasNext()) {
            var line = lines.next().line();
            if (key.names(line.text(), line.at()) && left-- == 0) {
                return Optional.of(line);
            }
            passed.accept(line);
        }
        return Optional.empty();
    }

    private static boolean skipNewer(FileLines lines, LineKey key) {
        while (key.atMs() > 0 && lines.bytes() < MOST_READ && lines.hasNext()
                && lines.peek().order().toEpochMilli() > key.atMs()) {
            lines.next();
        }
        return key.atMs() > 0 && lines.bytes() < MOST_READ;
    }

    private Optional<Path> path(ProcessId id, LogStream stream) {
        return Optional.ofNullable(processes.get(id)).flatMap(process -> LogSources.path(process, stream));
    }

    private static Optional<Path> path(List<LogFile> files) {
        return LogSources.path(files.getFirst().process(), files.getFirst().stream());
    }
}
