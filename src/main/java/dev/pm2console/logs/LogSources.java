package dev.pm2console.logs;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

import dev.pm2console.process.LogStream;
import dev.pm2console.process.ManagedProcess;

/// Finds the files that the output of processes is in: the current one and those that it was rotated into, in the same
/// directory. Links, devices, pipes and directories are none, nor is what can't be read.
///
/// For one question and one thread: each directory is looked at once.
final class LogSources {

    private static final int MOST_NAMES = 50_000;
    private static final int MOST_FILES = 1_000;

    private final Map<Path, NavigableSet<String>> names = new HashMap<>();

    private record Rotated(LogFile file, RotatedName name) {
    }

    /// The files of one output, newest first.
    List<LogFile> of(ManagedProcess process, LogStream stream) {
        return path(process, stream).map(path -> files(path, process, stream)).orElse(List.of());
    }

    /// The files of each output of these processes, newest first; what several write into is one output, of the first of
    /// them. An output without a file is left out.
    List<List<LogFile>> of(Collection<ManagedProcess> processes, Collection<LogStream> streams) {
        var seen = new HashSet<Path>();
        var sources = new ArrayList<List<LogFile>>();
        for (var process : processes) {
            for (var stream : streams) {
                path(process, stream).filter(seen::add).map(path -> files(path, process, stream))
                        .filter(files -> !files.isEmpty()).ifPresent(sources::add);
            }
        }
        return sources;
    }

    /// The current file, whether or not it is there.
    static Optional<Path> path(ManagedProcess process, LogStream stream) {
        var path = stream == LogStream.OUT ? process.logs().out() : process.logs().error();
        return path.map(it -> it.toAbsolutePath().normalize()).filter(it -> it.getFileName() != null);
    }

    private List<LogFile> files(Path path, ManagedProcess process, LogStream stream) {
        if (Files.exists(path, NOFOLLOW_LINKS) && !Files.isRegularFile(path, NOFOLLOW_LINKS)) {
            return List.of();
        }
        var current = path.getFileName().toString();
        var directory = path.resolveSibling("").toAbsolutePath().normalize();
        var siblings = names.computeIfAbsent(directory, LogSources::list);
        var rotated = new ArrayList<Rotated>();
        for (var sibling : RotatedName.candidates(current, siblings)) {
            RotatedName.of(current, sibling)
                    .filter(name -> !name.gzipped() || !siblings.contains(sibling.substring(0, sibling.length() - 3)))
                    .ifPresent(name -> look(directory.resolve(sibling), process, stream, Optional.of(name))
                            .ifPresent(file -> rotated.add(new Rotated(file, name))));
        }
        rotated.sort(Comparator.comparing((Rotated it) -> it.file.modified()).reversed()
                .thenComparing(Rotated::name, RotatedName.NEWEST_FIRST));
        var files = new ArrayList<LogFile>();
        look(path, process, stream, Optional.empty()).ifPresent(files::add);
        rotated.stream().limit(MOST_FILES).map(Rotated::file).forEach(files::add);
        return List.copyOf(files);
    }

    private static Optional<LogFile> look(Path path, ManagedProcess process, LogStream stream, Optional<RotatedName> name) {
        try {
            var facts = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
            if (!facts.isRegularFile() || !Files.isReadable(path)) {
                return Optional.empty();
            }
            var key = facts.fileKey() == null ? path : facts.fileKey();
            return Optional.of(new LogFile(path, process, stream, name.filter(RotatedName::gzipped).isPresent(),
                    name.isPresent(), key, facts.size(), facts.lastModifiedTime().toInstant()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static NavigableSet<String> list(Path directory) {
        var found = new TreeSet<String>();
        try (var entries = Files.newDirectoryStream(directory)) {
            for (var entry : entries) {
                if (found.size() < MOST_NAMES) {
                    found.add(entry.getFileName().toString());
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            return found;
        }
        return found;
    }
}
