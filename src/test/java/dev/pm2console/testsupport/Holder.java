package dev.pm2console.testsupport;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Another program that has begun to write to a database and does not go on: until it is closed, nobody else can write.
public final class Holder implements AutoCloseable {

    private final Connection connection;

    /// @param directory the data directory
    public Holder(Path directory) {
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("console.db"));
            try (var statement = connection.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
