package dev.pm2console.metrics.history;

import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;

/// Whose history it is. It goes on over restarts; another application that gets the id later has its own.
///
/// @param id   PM2's number
/// @param name at most 200 characters
public record SeriesKey(ProcessId id, String name) {

    private static final int MAX_NAME = 200;

    public SeriesKey {
        name = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
    }

    public static SeriesKey of(ManagedProcess process) {
        return new SeriesKey(process.id(), process.name());
    }
}
