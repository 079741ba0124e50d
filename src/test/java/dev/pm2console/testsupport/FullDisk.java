package dev.pm2console.testsupport;

import java.sql.Connection;
import java.sql.SQLException;

import dev.pm2console.storage.Database;

/// A disk on which the database can't grow until this is closed: SQLite itself says so, as it does where the disk is full. What
/// needs no further page fits still, so a test writes rows that are larger than one.
public final class FullDisk implements AutoCloseable {

    private final Database database;

    public FullDisk(Database database) {
        this.database = database;
        limit("1"); // it is never less than there are
    }

    @Override
    public void close() {
        limit("1000000");
    }

    private void limit(String pages) {
        database.write(connection -> set(connection, pages));
    }

    private static boolean set(Connection connection, String pages) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute("PRAGMA max_page_count = " + pages);
        }
    }
}
