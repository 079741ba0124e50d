package dev.pm2console.metrics;

import static dev.pm2console.metrics.FakeProc.FakeProcess.child;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcFsTest {

    @TempDir
    Path directory;

    private FakeProc fake;

    @BeforeEach
    void setUp() {
        fake = new FakeProc(directory);
    }

    @Test
    void statHasTheFieldsOfTheLine() {
        fake.has(child(42, 7, 300).used(11).reaped(5).pages(99));

        var stat = fake.open().stat(42);

        assertThat(stat).contains(new ProcessStat(42, 7, 300, 11, 5, 11, 99));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "my app", "a) R 1 (b", ")))", "two\nlines\n", "(sd-pam)", "naïve ✓", ") S 1 2 3" })
    void nameMayHoldAnything(String name) {
        fake.has(child(42, 7, 300).named(name));

        var stat = fake.open().stat(42);

        assertThat(stat).contains(new ProcessStat(42, 7, 300, 0, 0, 11, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "",
            "\n",
            ")",
            ")\n",
            "42 (node) S\n",
            "42 (node",
            "42 node S 7 1 1 0 -1 0 0 0 0 0 1 1 1 1 20 0 11 0 300 1234567 10\n",
            "42 (node) S 7 1 1 0 -1 0 0 0 0 0 1 1 1 1 20 0 11 0 300 1234567 10",
            "42 (node) S 7 1 1 0 -1 0 0 0 0 0 1 1 1 1 20 0 11 0 300 1234567\n",
            "42 (node) S 7 1 1 0 -1 0 0 0 0 0 x 1 1 1 20 0 11 0 300 1234567 10\n",
            "42 (node) S -7 1 1 0 -1 0 0 0 0 0 1 1 1 1 20 0 11 0 300 1234567 10\n",
            "42 (node) S 7  1 1 0 -1 0 0 0 0 0 1 1 1 1 20 0 11 0 300 1234567 10\n",
            "42 (node) S 7 1 1 0 -1 0 0 0 0 0 9999999999999999999 1 1 1 20 0 11 0 300 1234567 10\n",
            "43 (node) S 7 1 1 0 -1 0 0 0 0 0 1 1 1 1 20 0 11 0 300 1234567 10\n",
            "x (node) S 7 1 1 0 -1 0 0 0 0 0 1 1 1 1 20 0 11 0 300 1234567 10\n"
    })
    void oddLineIsAbsent(String line) {
        fake.file("42/stat", line);

        var stat = fake.open().stat(42);

        assertThat(stat).isEmpty();
    }

    @Test
    void everyCutOfALineIsAbsent() {
        var line = child(42, 7, 300).named("a b) c").line();
        for (var length = 0; length < line.length() - 1; length++) {
            fake.file("42/stat", line.substring(0, length));

            var stat = fake.open().stat(42);

            assertThat(stat).as("first %d characters", length).isEmpty();
        }
    }

    @Test
    void hugeFileIsAbsent() {
        fake.file("42/stat", child(42, 7, 300).named("n".repeat(3_000_000)).line());

        var stat = fake.open().stat(42);

        assertThat(stat).isEmpty();
    }

    @Test
    void processThatItsParentHasWaitedForIsAbsent() {
        fake.has(child(42, 7, 300).in('X'));

        var stat = fake.open().stat(42);

        assertThat(stat).isEmpty();
    }

    @Test
    void vanishedProcessIsAbsent() {
        var stat = fake.open().stat(42);

        assertThat(stat).isEmpty();
    }

    @Test
    void directoryInPlaceOfAFileIsAbsent() {
        fake.file("42/stat/odd", "");

        var stat = fake.open().stat(42);

        assertThat(stat).isEmpty();
    }

    @Test
    void pidsAreTheNamesThatAreNumbers() {
        fake.has(child(1, 0, 0));
        fake.has(child(4194304, 1, 0));
        fake.file("meminfo", "");
        fake.file("12a/stat", "");
        fake.file("99999999999999999999/stat", "");

        var pids = fake.open().pids();

        assertThat(pids).containsExactlyInAnyOrder(1L, 4194304L);
    }

    @Test
    void headIsBounded() {
        fake.file("meminfo", "x".repeat(1_000_000));

        var head = fake.open().head("meminfo");

        assertThat(head).hasSize(ProcFs.MAX_READ);
    }

    @Test
    void systemWithoutProcHasNothing() {
        var proc = new ProcFs(directory.resolve("none"));

        assertThat(proc.pids()).isEmpty();
        assertThat(proc.stat(1)).isEmpty();
        assertThat(proc.head("stat")).isEmpty();
        assertThat(proc.pageSize()).isEqualTo(4096);
        assertThat(proc.ticksPerSecond()).isEqualTo(100);
    }

    @Test
    void pageSizeAndTicksComeFromTheKernel() {
        fake.auxiliary(33, 1, 6, 16384, 17, 250, 0, 0);

        var proc = fake.open();

        assertThat(proc.pageSize()).isEqualTo(16384);
        assertThat(proc.ticksPerSecond()).isEqualTo(250);
    }

    @Test
    void impossiblePageSizeAndTicksAreReplaced() {
        fake.auxiliary(6, 12345, 17, -1, 0, 0);

        var proc = fake.open();

        assertThat(proc.pageSize()).isEqualTo(4096);
        assertThat(proc.ticksPerSecond()).isEqualTo(100);
    }
}
