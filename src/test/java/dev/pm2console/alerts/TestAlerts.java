package dev.pm2console.alerts;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import dev.pm2console.storage.DataDirectory;
import dev.pm2console.storage.Database;
import dev.pm2console.testsupport.Scratch;

/// Alerts on a database of the test's own.
public final class TestAlerts {

    private TestAlerts() {
    }

    /// The tables, in a directory.
    static AlertTables tables(Path directory) {
        return new AlertTables(Database.open(DataDirectory.open(directory), List.of(AlertTables.SCHEMA)));
    }

    /// Without a mail server.
    static Alerts open(AlertTables tables, Messenger messenger, InstantSource clock) {
        return new Alerts(tables, new MailSender(null, Optional.empty()), messenger, clock);
    }

    /// Alerts that nobody looks at.
    public static Alerts none() {
        var directory = Scratch.directory("alerts");
        return open(tables(directory), (_, _) -> new Outcome.Refused("nobody sends here"), InstantSource.system());
    }
}
