package dev.pm2console.logs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import dev.pm2console.process.LogStream;
import dev.pm2console.process.ManagedProcess;

/// How much room log files take. Bytes.
///
/// @param processes the largest first
/// @param total     of all files, each counted once, also one that several processes write into
/// @param disk      where the logs are; empty where that can't be told
public record LogUsage(List<Size> processes, long total, Optional<Disk> disk) {

    public LogUsage {
        processes = List.copyOf(processes);
    }

    /// The files of one process.
    ///
    /// @param out     the current file of its standard output
    /// @param error   that of its errors; 0 where it is the same one
    /// @param rotated all files that the two were rotated into
    /// @param total   all of them
    /// @param warning whether that is more than is wanted
    public record Size(ManagedProcess process, long out, long error, long rotated, int rotatedFiles, long total,
            boolean warning) {
    }

    /// @param free    for who the console runs as
    /// @param warning whether that is less than is wanted
    public record Disk(long total, long free, boolean warning) {
    }

    /// Looks at the files, and reads none. What can't be looked at takes no room.
    ///
    /// @param directory where PM2 writes logs; it need not be there
    static LogUsage of(List<ManagedProcess> processes, Path directory, LogsConfig config) {
        var sources = new LogSources();
        var counted = new HashSet<Object>();
        var sizes = new ArrayList<Size>();
        var total = 0L;
        for (var process : processes) {
            var own = new HashSet<Object>();
            var current = new long[2];
            var rotated = 0L;
            var rotatedFiles = 0;
            for (var stream : List.of(LogStream.OUT, LogStream.ERROR)) {
                for (var file : sources.of(process, stream)) {
                    if (!own.add(file.fileKey())) {
                        continue;
                    }
                    total += counted.add(file.fileKey()) ? file.size() : 0;
                    if (file.rotated()) {
                        rotated += file.size();
                        rotatedFiles++;
                    } else {
                        current[stream == LogStream.OUT ? 0 : 1] = file.size();
                    }
                }
            }
            var all = current[0] + current[1] + rotated;
            sizes.add(new Size(process, current[0], current[1], rotated, rotatedFiles, all,
                    all > config.warnSize().asLongValue()));
        }
        sizes.sort(Comparator.comparingLong(Size::total).reversed());
        return new LogUsage(sizes, total, disk(directory, config.warnFree()));
    }

    private static Optional<Disk> disk(Path directory, int leastPercent) {
        var there = directory.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there == null) {
            return Optional.empty();
        }
        try {
            var store = Files.getFileStore(there);
            var total = store.getTotalSpace();
            var free = store.getUsableSpace();
            return Optional.of(new Disk(total, free, free < total / 100 * leastPercent));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }
}
