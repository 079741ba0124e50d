package dev.pm2console.metrics.history;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import dev.pm2console.storage.DataDirectory;
import dev.pm2console.storage.Database;
import dev.pm2console.testsupport.Scratch;

/// Histories of the test's own.
public final class TestHistory {

    private TestHistory() {
    }

    /// The database in a directory, with the tables of the history.
    public static Database database(Path directory) {
        return Database.open(DataDirectory.open(directory), List.of(HistoryTable.SCHEMA));
    }

    /// A history that nobody writes.
    public static HistoryQuery none() {
        var directory = Scratch.directory("history");
        return new HistoryQuery(new History(new HistoryTable(database(directory))), InstantSource.system(),
                Duration.ofSeconds(1), Duration.ofDays(14));
    }
}
