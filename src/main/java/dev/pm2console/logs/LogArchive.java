package dev.pm2console.logs;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import dev.pm2console.process.LogStream;
import dev.pm2console.process.ManagedProcess;

/// The files of processes, current and rotated, to be searched and taken away.
public final class LogArchive {

    /// So many searches may go on at once.
    public static final int SEARCHES = 2;

    private final Semaphore places = new Semaphore(SEARCHES);

    /// A search, to be run or closed; empty while as many as there may be go on.
    public Optional<LogSearch> search(List<ManagedProcess> processes, Collection<LogStream> streams, LogQuery query) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        return Optional.of(new LogSearch(new LogSources().of(processes, streams), query, places));
    }

    /// What to download: the current file of one output, or of both.
    public LogDownload download(ManagedProcess process, Collection<LogStream> streams) {
        return new LogDownload(process.name(), new LogSources().of(List.of(process), streams).stream()
                .map(List::getFirst).filter(file -> !file.rotated()).toList());
    }
}
