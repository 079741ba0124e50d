package dev.pm2console.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.testsupport.Holder;

/// A damaged file is kept aside and nothing else is lost; a file that is whole is never touched, whatever is in the way.
@Timeout(60)
class DamagedDatabaseTest {

    private static final Schema NOTES = new Schema("notes", List.of("CREATE TABLE notes (text TEXT NOT NULL) STRICT"));
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");

    @TempDir
    Path path;

    private DataDirectory directory;
    private Path file;

    @BeforeEach
    void begin() {
        directory = DataDirectory.open(path);
        directory.claim();
        directory.key(new SecureRandom());
        file = path.resolve("console.db");
        try (var database = open()) {
            for (var i = 0; i < 100; i++) {
                database.update("INSERT INTO notes VALUES (?)", "note ".repeat(100) + i);
            }
        }
    }

    @AfterEach
    void end() {
        directory.close();
    }

    private Database open() {
        return new DatabaseKeeper(directory, InstantSource.fixed(NOW)).open(List.of(NOTES));
    }

    private List<Path> aside() throws IOException {
        try (var files = Files.list(path)) {
            return files.filter(it -> it.getFileName().toString().contains(".damaged-")).sorted().toList();
        }
    }

    private void newOneBegins(byte[] damaged) throws IOException {
        var key = Files.readAllBytes(path.resolve("console.key"));

        try (var database = open()) {
            assertThat(count(database)).isZero();
            database.update("INSERT INTO notes VALUES ('new')");
        }

        var kept = path.resolve("console.db.damaged-20260304T050607.089Z");
        assertThat(aside()).containsExactly(kept);
        assertThat(kept).hasBinaryContent(damaged);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept))).isEqualTo("rw-------");
        assertThat(path.resolve("console.key")).hasBinaryContent(key);
        try (var database = open()) {
            assertThat(count(database)).as("the new one stays").isEqualTo(1);
        }
    }

    private void nothingIsTouched(String reason) throws IOException {
        var before = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.readAllBytes(file) : new byte[0];

        assertThatThrownBy(this::open).isInstanceOf(StorageException.class).hasMessageContaining(reason);

        assertThat(aside()).isEmpty();
        if (before.length > 0) {
            assertThat(file).hasBinaryContent(before);
        }
    }

    private static long count(Database database) {
        return database.list("SELECT count(*) FROM notes", row -> row.getLong(1)).getFirst();
    }

    private byte[] overwritten(int from, int length) throws IOException {
        var garbage = new byte[length];
        new Random(7).nextBytes(garbage);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(garbage), from);
        }
        return Files.readAllBytes(file);
    }

    @Test
    void wholeFileStays() throws IOException {
        try (var database = open()) {
            assertThat(count(database)).isEqualTo(100);
        }
        assertThat(aside()).isEmpty();
    }

    @Test
    void garbageFromTheBeginning() throws IOException {
        newOneBegins(overwritten(0, 8_192));
    }

    @Test
    void garbageInTheMiddleThatNobodyReadsAtTheStart() throws IOException {
        newOneBegins(overwritten(20_480, 4_096));
    }

    @Test
    void halfOfTheFile() throws IOException {
        var half = Files.size(file) / 2;
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(half);
        }
        newOneBegins(Files.readAllBytes(file));
    }

    @Test
    void fileTakesWithItWhatSqliteKeepsBesideIt() throws IOException {
        Files.write(path.resolve("console.db-wal"), new byte[] { 1, 2, 3 });
        Files.write(path.resolve("console.db-shm"), new byte[] { 4 });
        Files.setPosixFilePermissions(path.resolve("console.db-wal"), PosixFilePermissions.fromString("rw-r--r--"));

        var aside = directory.setDatabaseAside(NOW);

        assertThat(aside()).extracting(it -> it.getFileName().toString()).containsExactly(
                aside.getFileName().toString(), aside.getFileName() + "-shm", aside.getFileName() + "-wal");
        for (var kept : aside()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept))).isEqualTo("rw-------");
        }
    }

    @Test
    void whatTheLogOfADamagedFileHeldIsKeptToo() throws IOException {
        var copy = path.resolve("console.db-copy");
        var log = path.resolve("console.db-wal-copy");
        try (var database = open()) {
            database.update("INSERT INTO notes VALUES ('in the log only')");
            Files.copy(file, copy);
            Files.copy(path.resolve("console.db-wal"), log);
        }
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        Files.move(log, path.resolve("console.db-wal"), StandardCopyOption.REPLACE_EXISTING);
        overwritten(0, 100);

        open().close();

        assertThat(aside()).anySatisfy(kept -> assertThat(new String(Files.readAllBytes(kept), StandardCharsets.ISO_8859_1))
                .contains("in the log only"));
    }

    @Test
    void garbageInTheLogCostsNothingOfTheFile() throws IOException {
        var garbage = new byte[40_000];
        new Random(7).nextBytes(garbage);
        Files.write(path.resolve("console.db-wal"), garbage);

        try (var database = open()) {
            assertThat(count(database)).isEqualTo(100);
        }
        assertThat(aside()).isEmpty();
    }

    @Test
    void emptyFileIsANewDatabase() throws IOException {
        Files.write(file, new byte[0]);

        try (var database = open()) {
            assertThat(count(database)).isZero();
        }
        assertThat(aside()).isEmpty();
    }

    @Test
    void directoryInItsPlaceIsSomebodysAndStays() throws IOException {
        Files.delete(file);
        Files.createDirectory(file);

        nothingIsTouched("is no regular file");
        assertThat(file).isDirectory();
    }

    @Test
    void databaseOfAnotherProgramStays() throws IOException {
        Files.delete(file);
        try (var other = Database.open(directory, List.of())) {
            other.update("DROP TABLE IF EXISTS schema");
            other.update("CREATE TABLE notes (theirs INTEGER)");
        }
        nothingIsTouched("already exists");
    }

    @Test
    void newerVersionsFileStays() throws IOException {
        var newer = new Schema("notes", List.of(NOTES.steps().getFirst(), "CREATE TABLE more (id INTEGER) STRICT"));
        Database.open(directory, List.of(newer)).close();

        nothingIsTouched("newer version");
    }

    @Test
    void lockedFileOpensIsReadAndStays() throws IOException {
        try (var _ = new Holder(path); var database = open()) {
            assertThat(count(database)).isEqualTo(100);
            assertThatThrownBy(() -> database.update("INSERT INTO notes VALUES ('new')"))
                    .isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.mayPass()).isTrue())
                    .hasMessageContaining("locked by another program");
        }
        assertThat(aside()).isEmpty();
    }

    @Test
    void commandsBesideTheConsoleRefuseADamagedFileAndLeaveItAlone() throws IOException {
        var damaged = overwritten(0, 8_192);

        assertThatThrownBy(() -> Database.open(directory, List.of(NOTES))).isInstanceOf(StorageException.class)
                .hasMessageContaining("damaged");

        assertThat(file).hasBinaryContent(damaged);
        assertThat(aside()).isEmpty();
    }

    @Test
    void whoHasNotClaimedTheDirectoryPutsNothingAside() throws IOException {
        overwritten(0, 8_192);
        directory.close();
        directory = DataDirectory.open(path);

        assertThatThrownBy(this::open).isInstanceOf(IllegalStateException.class);

        assertThat(aside()).isEmpty();
    }

    @Test
    void librariesThatAKilledConsoleLeftAreRemoved() throws IOException {
        var left = Files.createFile(path.resolve("sqlite-3.51.1.0-0ddba11-libsqlitejdbc.so"));
        var lock = Files.createFile(path.resolve("sqlite-3.51.1.0-0ddba11-libsqlitejdbc.so.lck"));
        var fresh = Files.createFile(path.resolve("sqlite-3.51.1.0-1f2e3d-libsqlitejdbc.so"));
        for (var old : List.of(left, lock)) {
            Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofMinutes(2))));
        }
        Files.setLastModifiedTime(fresh, FileTime.from(NOW));

        open().close();

        assertThat(left).doesNotExist();
        assertThat(lock).doesNotExist();
        assertThat(fresh).exists();
    }
}
