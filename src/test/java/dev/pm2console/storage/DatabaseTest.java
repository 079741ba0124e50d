package dev.pm2console.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is written is written wholly or not at all, and several programs may work on the file at the same time.
@Timeout(60)
class DatabaseTest {

    private static final Schema NOTES = new Schema("notes", List.of("CREATE TABLE notes (text TEXT NOT NULL UNIQUE) STRICT"));

    @TempDir
    Path directory;

    @Test
    void whatWasWrittenIsThereAfterARestart() {
        try (var database = open(NOTES)) {
            add(database, "first");
        }
        try (var database = open(NOTES)) {
            assertThat(notes(database)).containsExactly("first");
        }
    }

    @Test
    void stepsThatAFileHasAlreadyAreNotRepeated() {
        open(NOTES).close();
        var later = new Schema("notes", List.of(NOTES.steps().getFirst(), "ALTER TABLE notes ADD COLUMN at INTEGER"));

        try (var database = open(later)) {
            database.write(connection -> update(connection, "INSERT INTO notes (text, at) VALUES ('new', 1)"));
        }
        try (var database = open(later)) {
            assertThat(notes(database)).containsExactly("new");
        }
    }

    @Test
    void stepOfSeveralStatementsThatFailsLeavesNothingBehind() {
        open(NOTES).close();
        var broken = new Schema("other", List.of("""
                CREATE TABLE first (id INTEGER) STRICT;
                INSERT INTO first VALUES (1);
                CREATE TABLE second (id INTEGER REFERENCES) STRICT;
                """));

        assertThatThrownBy(() -> open(NOTES, broken)).isInstanceOf(StorageException.class).hasMessageContaining("console.db");

        try (var database = open(NOTES)) {
            assertThat(tables(database)).containsExactlyInAnyOrder("schema", "notes");
        }
    }

    @Test
    void laterStepThatFailsTakesBackTheEarlierOnes() {
        var broken = new Schema("other", List.of("CREATE TABLE first (id INTEGER) STRICT", "NO SUCH STATEMENT"));

        assertThatThrownBy(() -> open(broken)).isInstanceOf(StorageException.class);

        var mended = new Schema("other",
                List.of("CREATE TABLE first (id INTEGER) STRICT", "CREATE TABLE second (id INTEGER) STRICT"));
        try (var database = open(mended)) {
            assertThat(tables(database)).containsExactlyInAnyOrder("schema", "first", "second");
        }
    }

    @Test
    void writeThatFailsIsTakenBackWhole() {
        try (var database = open(NOTES)) {
            add(database, "there");

            assertThatThrownBy(() -> database.write(connection -> {
                update(connection, "INSERT INTO notes VALUES ('half')");
                return update(connection, "INSERT INTO notes VALUES ('there')");
            })).isInstanceOf(StorageException.class).hasMessageContaining("UNIQUE");

            assertThat(notes(database)).containsExactly("there");
        }
    }

    @Test
    void writeThatItsCallerBreaksOffIsTakenBackWhole() {
        try (var database = open(NOTES)) {
            assertThatThrownBy(() -> database.write(connection -> {
                update(connection, "INSERT INTO notes VALUES ('half')");
                throw new IllegalStateException("changed my mind");
            })).isInstanceOf(IllegalStateException.class).hasMessage("changed my mind");

            assertThat(notes(database)).isEmpty();
            add(database, "next");
            assertThat(notes(database)).containsExactly("next");
        }
    }

    @Test
    void writeThatIsBrokenOffBeforeItBeganTellsWhy() {
        try (var database = open(NOTES)) {
            assertThatThrownBy(() -> database.write(_ -> {
                throw new IllegalStateException("changed my mind");
            })).isInstanceOf(IllegalStateException.class).hasMessage("changed my mind");
        }
    }

    @Test
    void tablesOfANewerConsoleAreLeftAlone() {
        var newer = new Schema("notes", List.of(NOTES.steps().getFirst(), "CREATE TABLE more (id INTEGER) STRICT"));
        open(newer).close();

        assertThatThrownBy(() -> open(NOTES)).isInstanceOf(StorageException.class)
                .hasMessageContaining(directory.resolve("console.db").toString())
                .hasMessageContaining("newer version").hasMessageContaining("console.data");
        open(newer).close();
    }

    @Test
    void fileThatIsNoDatabaseIsNamed() throws IOException {
        DataDirectory.open(directory);
        Files.write(directory.resolve("console.db"), "something else entirely\n".repeat(100).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> open(NOTES)).isInstanceOfSatisfying(StorageException.class, e -> {
            assertThat(e.path()).isEqualTo(directory.resolve("console.db"));
            assertThat(e).hasMessageContaining(directory.resolve("console.db").toString());
        });
    }

    @Test
    void whatAnotherProgramWritesChangesTheNumberOfChanges() {
        try (var database = open(NOTES); var other = open(NOTES)) {
            var before = database.changes();
            assertThat(database.changes()).isEqualTo(before);

            add(other, "theirs");

            assertThat(database.changes()).isNotEqualTo(before);
            assertThat(notes(database)).containsExactly("theirs");
        }
    }

    @Test
    void programsWriteInTurnsAndNobodyWaitsForAnIdleOne() {
        try (var database = open(NOTES); var other = open(NOTES)) {
            add(database, "ours");
            add(other, "theirs");
            add(database, "ours again");

            assertThat(notes(other)).containsExactlyInAnyOrder("ours", "theirs", "ours again");
        }
    }

    @Test
    void longReadGoesOnBesideWritesAndSeesNoneOfThem() throws Exception {
        try (var database = open(NOTES); var reader = Executors.newVirtualThreadPerTaskExecutor()) {
            add(database, "before");
            var reading = new CountDownLatch(1);
            var written = new CountDownLatch(1);
            var seen = reader.submit(() -> database.read(connection -> {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("SELECT text FROM notes")) {
                    assertThat(rows.next()).isTrue();
                    reading.countDown();
                    await(written);
                    return rows.next();
                }
            }));
            await(reading);

            add(database, "meanwhile");
            written.countDown();

            assertThat(seen.get()).isFalse();
            assertThat(notes(database)).containsExactlyInAnyOrder("before", "meanwhile");
        }
    }

    @Test
    void manyReadersAndWritersLoseNothing() throws Exception {
        var writers = 4;
        var each = 50;
        try (var database = open(NOTES); var other = open(NOTES); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new AtomicBoolean();
            var read = threads.submit(() -> {
                var last = 0;
                while (!done.get()) {
                    var now = notes(database).size();
                    assertThat(now).isGreaterThanOrEqualTo(last);
                    last = now;
                }
                return last;
            });
            var writing = IntStream.range(0, writers).mapToObj(writer -> threads.submit(() -> {
                for (var i = 0; i < each; i++) {
                    add(writer % 2 == 0 ? database : other, writer + "." + i);
                }
                return writer;
            })).toList();
            for (var it : writing) {
                it.get();
            }
            done.set(true);
            read.get();

            assertThat(notes(database)).hasSize(writers * each).doesNotHaveDuplicates();
        }
    }

    @Test
    void referencesAreKept() {
        var schema = new Schema("family", List.of("""
                CREATE TABLE parents (id INTEGER PRIMARY KEY) STRICT;
                CREATE TABLE children (parent INTEGER NOT NULL REFERENCES parents (id)) STRICT;
                """));
        try (var database = open(schema)) {
            assertThatThrownBy(() -> database.write(connection -> update(connection, "INSERT INTO children VALUES (1)")))
                    .isInstanceOf(StorageException.class);
        }
    }

    private Database open(Schema... schemas) {
        return Database.open(DataDirectory.open(directory), List.of(schemas));
    }

    private static void add(Database database, String text) {
        database.write(connection -> {
            try (var statement = connection.prepareStatement("INSERT INTO notes (text) VALUES (?)")) {
                statement.setString(1, text);
                return statement.executeUpdate();
            }
        });
    }

    private static List<String> notes(Database database) {
        return texts(database, "SELECT text FROM notes");
    }

    private static List<String> tables(Database database) {
        return texts(database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    }

    private static List<String> texts(Database database, String sql) {
        return database.read(connection -> {
            var found = new ArrayList<String>();
            try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        });
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
