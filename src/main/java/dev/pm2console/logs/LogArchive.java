package dev.pm2console.logs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import dev.pm2console.process.LogStream;
import dev.pm2console.process.ManagedProcess;

/// The files of processes, current and rotated, to be searched, measured and taken away.
public final class LogArchive {

    /// So many searches may go on at once.
    public static final int SEARCHES = 2;

    private final Semaphore places = new Semaphore(SEARCHES);
    private final LogsConfig config;

    public LogArchive(LogsConfig config) {
        this.config = config;
    }

    /// A process with more bytes of logs is warned about.
    public long warnSize() {
        return config.warnSize().asLongValue();
    }

    /// How much room the files take.
    ///
    /// @param directory where PM2 writes logs
    public LogUsage usage(List<ManagedProcess> processes, Path directory) {
        return LogUsage.of(processes, directory, config);
    }

    /// A search, to be run or closed; empty while as many as there may be go on.
    public Optional<LogSearch> search(List<ManagedProcess> processes, Collection<LogStream> streams, LogQuery query) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        return Optional.of(new LogSearch(new LogSources().of(processes, streams), query, places));
    }

    /// What to download: the current file of an output; both outputs as one; or what current and rotated files have of a time.
    public LogDownload download(ManagedProcess process, Collection<LogStream> streams, Optional<Instant> from,
            Optional<Instant> to) {
        var sources = new LogSources().of(List.of(process), streams);
        if (from.isPresent() || to.isPresent()) {
            return new LineDownload(process.name(), sources, from, to);
        }
        var current = sources.stream().map(List::getFirst).filter(file -> !file.rotated()).toList();
        return streams.size() > 1 ? new LineDownload(process.name(), current.stream().map(List::of).toList(), from, to)
                : new FileDownload(process.name(), current.stream().findFirst());
    }
}
