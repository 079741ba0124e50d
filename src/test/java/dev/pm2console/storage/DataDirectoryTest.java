package dev.pm2console.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The directory is the console's alone, and so is what lies in it.
class DataDirectoryTest {

    @TempDir
    Path parent;

    private Path path;

    @BeforeEach
    void place() {
        path = parent.resolve("deeper/data");
    }

    @Test
    void directoryAndFilesAreForTheirOwnerOnly() throws IOException {
        var directory = DataDirectory.open(path);
        directory.key(new SecureRandom());
        try (directory; var database = Database.open(directory, List.of())) {
            directory.claim();
            database.write(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.executeUpdate("CREATE TABLE t (id INTEGER)");
                }
            });

            assertThat(mode(path)).isEqualTo("rwx------");
            try (var files = Files.list(path)) {
                assertThat(files).hasSizeGreaterThanOrEqualTo(4).allSatisfy(file -> {
                    if (!file.getFileName().toString().startsWith("sqlite-")) {
                        assertThat(mode(file)).as(file.toString()).isEqualTo("rw-------");
                    }
                });
            }
        }
    }

    @Test
    void whatWasOpenToOthersIsClosed() throws IOException {
        DataDirectory.open(path).key(new SecureRandom());
        chmod(path, "rwxrwxr-x");
        chmod(path.resolve("console.key"), "rw-r--r--");

        DataDirectory.open(path).key(new SecureRandom());

        assertThat(mode(path)).isEqualTo("rwx------");
        assertThat(mode(path.resolve("console.key"))).isEqualTo("rw-------");
    }

    @Test
    void directoryThatEverybodyMayWriteToIsRefused() throws IOException {
        DataDirectory.open(path);
        chmod(path, "rwxrwxrwx");

        assertThatThrownBy(() -> DataDirectory.open(path)).isInstanceOf(StorageException.class)
                .hasMessageContaining(path.toString()).hasMessageContaining("chmod 700");
        assertThat(mode(path)).as("left as it is, for somebody to look at").isEqualTo("rwxrwxrwx");
    }

    @Test
    void fileInTheWayIsNamed() throws IOException {
        Files.createDirectories(path.getParent());
        Files.createFile(path);

        assertThatThrownBy(() -> DataDirectory.open(path)).isInstanceOf(StorageException.class)
                .hasMessageContaining(path.toString()).hasMessageContaining("console.data");
    }

    @Test
    void linkInThePlaceOfAFileIsRefused() throws IOException {
        DataDirectory.open(path);
        Files.createSymbolicLink(path.resolve("console.key"), Files.createFile(parent.resolve("elsewhere")));

        assertThatThrownBy(() -> DataDirectory.open(path).key(new SecureRandom())).isInstanceOf(StorageException.class)
                .hasMessageContaining("console.key");
    }

    @Test
    void fullDiskIsToldInOneSentence() {
        var directory = DataDirectory.open(path);

        assertThatThrownBy(() -> directory.requireRoom(1_000_000)).isInstanceOf(StorageException.class)
                .hasMessageContaining(path.toString()).hasMessageContaining("976 KB left");
        directory.requireRoom(10_000_000);
    }

    @Test
    void keyIsRandomAndStaysTheSame() {
        var key = DataDirectory.open(path).key(new SecureRandom());

        assertThat(key).hasSize(DataDirectory.KEY_LENGTH).isNotEqualTo(new byte[DataDirectory.KEY_LENGTH]);
        assertThat(DataDirectory.open(path).key(new SecureRandom())).isEqualTo(key);
        assertThat(DataDirectory.open(parent.resolve("other")).key(new SecureRandom())).isNotEqualTo(key);
    }

    @Test
    void keyThatIsNoneIsRefusedAndTellsWhatToDo() throws IOException {
        DataDirectory.open(path).key(new SecureRandom());
        Files.writeString(path.resolve("console.key"), "short");

        assertThatThrownBy(() -> DataDirectory.open(path).key(new SecureRandom())).isInstanceOf(StorageException.class)
                .hasMessageContaining("console.key").hasMessageContaining("delete it")
                .hasMessageNotContaining("short");
    }

    @Test
    void databaseStaysWhatItIs() throws IOException {
        Files.writeString(DataDirectory.open(path).database(), "kept");

        assertThat(DataDirectory.open(path).database()).hasContent("kept");
    }

    @Test
    void secondConsoleIsKeptOut() {
        try (var first = DataDirectory.open(path)) {
            first.claim();

            assertThatThrownBy(() -> DataDirectory.open(path).claim()).isInstanceOf(StorageException.class)
                    .hasMessageContaining("another console").hasMessageContaining(path.toString());
        }
    }

    @Test
    void consoleThatEndedLeavesItsDirectoryToTheNext() {
        try (var first = DataDirectory.open(path)) {
            first.claim();
        }
        try (var second = DataDirectory.open(path)) {
            second.claim();
        }
    }

    /// As the executable's commands do it, beside the running console.
    @Test
    void readingIsNoReasonToKeepAnybodyOut() {
        try (var console = DataDirectory.open(path)) {
            console.claim();

            assertThat(DataDirectory.open(path).key(new SecureRandom())).hasSize(DataDirectory.KEY_LENGTH);
        }
    }

    /// Another program asks the system, as another console would.
    @Test
    void claimOutlivesTheCollectorOfGarbage() throws Exception {
        try (var console = DataDirectory.open(path)) {
            console.claim();
            for (var i = 0; i < 5; i++) {
                System.gc();
            }

            assertThat(askAnother()).isEqualTo("taken");
        }
        assertThat(askAnother()).isEqualTo("free");
    }

    private String askAnother() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = Path.of(URI.create(Probe.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        var process = new ProcessBuilder(java, "-cp", classes.toString(), Probe.class.getName(),
                path.resolve("console.lock").toString()).start();
        try (var out = process.inputReader()) {
            var answer = out.readLine();
            process.waitFor();
            return answer;
        }
    }

    /// Another program.
    static final class Probe {

        private Probe() {
        }

        public static void main(String[] file) throws IOException {
            try (var channel = FileChannel.open(Path.of(file[0]), StandardOpenOption.WRITE)) {
                System.out.println(channel.tryLock() == null ? "taken" : "free");
            }
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void chmod(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
