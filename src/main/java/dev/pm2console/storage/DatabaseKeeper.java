package dev.pm2console.storage;

import java.time.InstantSource;
import java.util.List;

import org.jboss.logging.Logger;

/// Opens the database for the console, which has claimed the directory, and which starts also where the file is damaged: that
/// is kept aside then, and a new one begins. A file that is locked, or that a newer console made, or that can't be read for
/// another reason, is never touched.
public final class DatabaseKeeper {

    private static final Logger LOG = Logger.getLogger(DatabaseKeeper.class);
    private static final String NEW = "A new one begins: nobody is set up in it, and users, tokens, rules of alerts, the audit,"
            + " events and figures of before are not in it";

    private final DataDirectory directory;
    private final InstantSource clock;

    public DatabaseKeeper(DataDirectory directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /// @throws StorageException if it can't be opened and is not damaged either
    public Database open(List<Schema> schemas) {
        directory.removeLeftLibraries(clock.instant());
        if (directory.wasUsed() && !directory.hasDatabase()) {
            LOG.warnf("the console ran with %s before, but its database is gone or empty. %s", directory.path(), NEW);
        }
        try {
            return Database.open(directory, schemas, true);
        } catch (StorageException e) {
            if (!e.isDamage()) {
                throw e;
            }
            var aside = directory.setDatabaseAside(clock.instant());
            LOG.errorf("%s. It is kept as %s. %s", e.getMessage(), aside, NEW);
            return Database.open(directory, schemas);
        }
    }
}
