package dev.pm2console.logs;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import dev.pm2console.process.LogStream;
import dev.pm2console.process.ManagedProcess;

/// The log files of processes, the current ones and those they were rotated into: their lines from the newest back, and
/// emptying them.
@Singleton
public class LogStore {

    /// About so much is read ahead of all outputs together …
    private static final int READ_AHEAD = 16 << 20;
    /// … and of each so much at a time, however many there are.
    private static final int LEAST_BLOCK = 16 << 10;
    private static final int MOST_BLOCK = 64 << 10;

    private final LogRings rings;

    public LogStore(LogRings rings) {
        this.rings = rings;
    }

    /// The last lines of these processes, of all together. Lines that tell their time are put in its order; others stay
    /// behind the line that they follow in their file. An output that tells no time at all is put in by a guess.
    public LogPage tail(List<ManagedProcess> processes, Collection<LogStream> streams, int count) throws IOException {
        var outputs = new LogSources().of(processes, streams);
        var block = block(outputs.size());
        return LogPager.page(outputs.stream().map(files -> fromEnd(files, block)).toList(), count, false);
    }

    /// The lines before an earlier page.
    public LogPage before(List<ManagedProcess> processes, Collection<LogStream> streams, int count, LogCursor cursor)
            throws IOException {
        var byPlace = new LogSources();
        var chosen = new ArrayList<FileLines>();
        var lost = !cursor.complete();
        for (var place : cursor.places()) {
            var files = processes.stream()
                    .filter(process -> process.id().equals(place.id()) && streams.contains(place.stream()))
                    .findFirst().map(process -> byPlace.of(process, place.stream())).orElse(List.of());
            var found = LogPlaces.find(files, place, block(cursor.places().size()));
            found.ifPresent(chosen::add);
            lost |= found.isEmpty();
        }
        return LogPager.page(chosen, count, lost);
    }

    /// The lines before one that was heard live or that an earlier answer had: what is older than the lines in memory. Empty
    /// where the line is in no file. An output of which it can't be told where that begins is left out.
    public Optional<LogPage> before(List<ManagedProcess> processes, Collection<LogStream> streams, int count, LineKey key)
            throws IOException {
        var outputs = new LogSources().of(processes, streams);
        var search = new LineSearch(processes, rings);
        var block = block(outputs.size());
        var heard = search.heard(key);
        var chosen = new ArrayList<FileLines>();
        var known = heard.isPresent();
        for (var files : outputs) {
            var lines = fromEnd(files, block);
            var found = heard.map(first -> search.beforeHeard(lines, first)).orElseGet(() -> search.before(lines, key));
            if (found) {
                chosen.add(lines);
            }
            known |= found && search.holds(files, key);
        }
        return known ? Optional.of(LogPager.page(chosen, count, chosen.size() < outputs.size())) : Optional.empty();
    }

    /// A line with so many before and behind it; empty where its file has it no more.
    public Optional<LogContext> context(ManagedProcess process, LineKey key, int around) throws IOException {
        var files = new LogSources().of(process, key.stream());
        if (files.isEmpty()) {
            return Optional.empty();
        }
        var search = new LineSearch(List.of(process), rings);
        var lines = fromEnd(files, MOST_BLOCK);
        var newer = new ArrayDeque<LogLine>();
        var found = search.find(lines, key, search.repeats(key), line -> {
            newer.addFirst(line);
            if (newer.size() > around) {
                newer.removeLast();
            }
        });
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var older = LogPager.page(List.of(lines), around, false);
        var all = new ArrayList<>(older.lines());
        all.add(found.get());
        all.addAll(newer);
        return Optional.of(new LogContext(all, older.lines().size(), older.before()));
    }

    /// Empties these processes' files, and forgets what is in memory of them. What is not a regular file is left alone.
    public void flush(List<ManagedProcess> processes) throws IOException {
        for (var process : processes) {
            for (var path : List.of(process.logs().out(), process.logs().error(), process.logs().combined())) {
                if (path.isPresent()) {
                    empty(path.get());
                }
            }
        }
        var ids = processes.stream().map(ManagedProcess::id).collect(Collectors.toSet());
        rings.clear(ids::contains);
    }

    /// Empties one file, but not what a link leads to: whoever may write the link would choose that.
    public void empty(Path file) throws IOException {
        if (Files.isRegularFile(file, NOFOLLOW_LINKS)) {
            FileChannel.open(file, Set.of(WRITE, TRUNCATE_EXISTING, NOFOLLOW_LINKS)).close();
        }
    }

    private static FileLines fromEnd(List<LogFile> files, int block) {
        return new FileLines(files, 0, FileLines.END, block);
    }

    private static int block(int outputs) {
        return Math.clamp(READ_AHEAD / Math.max(1, outputs), LEAST_BLOCK, MOST_BLOCK);
    }
}
