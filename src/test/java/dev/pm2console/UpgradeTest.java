package dev.pm2console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.pm2console.storage.DataDirectory;
import dev.pm2console.storage.Database;
import dev.pm2console.storage.Schema;
import dev.pm2console.storage.Sql;

/// Databases of earlier consoles, with what was in them, opened by this one. Whoever adds a step to a [Schema] adds a database
/// that has it: a dump of one that the console made.
class UpgradeTest {

    private static final String NEWEST = "3";

    @TempDir
    Path directory;

    /// The values of a row, by column.
    private record Row(Map<String, String> values) {

        boolean isIn(Set<Row> others) {
            return others.stream().anyMatch(other -> other.values.entrySet().containsAll(values.entrySet()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "1", "2", NEWEST })
    void nothingIsLost(String name) throws Exception {
        var before = rowsOf(make(name));

        try (var database = Database.open(DataDirectory.open(directory), Storage.SCHEMAS)) {
            var after = database.read(UpgradeTest::rows);
            before.forEach((table, rows) -> assertThat(rows).as(table).allMatch(row -> row.isIn(after.get(table))));
            assertThat(database.read(UpgradeTest::steps)).isEqualTo(newestSteps());
            assertThat(database.list("PRAGMA integrity_check", row -> row.getString(1))).containsExactly("ok");
            assertThat(database.list("PRAGMA foreign_key_check", row -> row.getString(1))).isEmpty();
        }
    }

    @Test
    void newestDatabaseHasTheStepsOfToday() throws Exception {
        try (var connection = connect(make(NEWEST))) {
            assertThat(steps(connection)).isEqualTo(newestSteps());
        }
    }

    /// Makes the database of an earlier console.
    private Path make(String name) throws IOException, SQLException {
        var file = DataDirectory.open(directory).database();
        try (var connection = connect(file); var statement = connection.createStatement()) {
            statement.executeUpdate(Files.readString(Path.of("src/test/resources/databases", name + ".sql")));
        }
        return file;
    }

    private static Map<String, Set<Row>> rowsOf(Path file) throws SQLException {
        try (var connection = connect(file)) {
            return rows(connection);
        }
    }

    /// Of every table that something is kept in.
    private static Map<String, Set<Row>> rows(Connection connection) throws SQLException {
        var tables = Sql.list(connection,
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('schema', 'sqlite_sequence')",
                row -> row.getString(1));
        var all = new HashMap<String, Set<Row>>();
        for (var table : tables) {
            all.put(table, new HashSet<>(Sql.list(connection, "SELECT * FROM " + table, row -> {
                var values = new TreeMap<String, String>();
                for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    var value = row.getObject(i);
                    values.put(row.getMetaData().getColumnName(i),
                            value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value));
                }
                return new Row(values);
            })));
        }
        return all;
    }

    private static Map<String, Long> steps(Connection connection) throws SQLException {
        var steps = new HashMap<String, Long>();
        Sql.list(connection, "SELECT feature, steps FROM schema", row -> steps.put(row.getString(1), row.getLong(2)));
        return steps;
    }

    private static Map<String, Long> newestSteps() {
        var steps = new HashMap<String, Long>();
        Storage.SCHEMAS.forEach(schema -> steps.put(schema.feature(), (long) schema.steps().size()));
        return steps;
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
