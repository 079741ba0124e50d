package dev.pm2console.metrics;

import static dev.pm2console.metrics.FakeProc.FakeProcess.child;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a made-up `/proc`: process 10 is the root, 20 its child; a sample each second.
class ResourceSamplerTest {

    private static final long SECOND = 1_000_000_000;
    private static final long PAGE = 4096;

    @TempDir
    Path directory;

    private FakeProc fake;
    private TreeSampler trees;
    private ResourceSampler sampler;
    private long now;

    @BeforeEach
    void setUp() {
        fake = new FakeProc(directory);
        var proc = fake.open();
        trees = new TreeSampler(proc);
        sampler = new ResourceSampler(proc);
        fake.has(child(1, 0, 0));
        fake.has(child(10, 1, 100));
    }

    @Test
    void openFilesAreThoseOfTheWholeTree() {
        fake.has(child(20, 10, 101));
        descriptors(10, 3);
        descriptors(20, 2);
        fake.file("10/limits", """
                Limit                     Soft Limit           Hard Limit           Units
                Max processes             95981                95981                processes
                Max open files            1024                 4096                 files
                """);

        var use = sample();

        assertThat(use.openFiles()).hasValue(5);
        assertThat(use.openFilesLimit()).hasValue(1024);
    }

    @Test
    void unlimitedIsNoLimit() {
        fake.file("10/limits", "Max open files            unlimited            unlimited            files\n");

        assertThat(sample().openFilesLimit()).isEmpty();
    }

    @Test
    void openFilesAreReadAgainAfterSomeSeconds() {
        descriptors(10, 3);
        sample();
        descriptors(10, 4);

        assertThat(sample().openFiles()).hasValue(3);
        now += 5 * SECOND;
        assertThat(sample().openFiles()).hasValue(4);
    }

    @Test
    void proportionalMemoryOfWhomWasNotReadIsTheResidentOne() {
        fake.has(child(20, 10, 101).pages(7));
        fake.file("10/smaps_rollup",
                "00400000-7ffe ---p 00000000 00:00 0 [rollup]\nRss:    900 kB\nPss:    500 kB\nPss_Anon: 1 kB\n");

        assertThat(sample().pss()).hasValue(500 * 1024 + 7 * PAGE);
    }

    @Test
    void diskRatesAreOverTheTimeThatPassed() {
        disk(10, 1_000, 2_000);
        assertThat(sample().diskRead()).isEmpty();
        disk(10, 5_000, 2_000);
        now += SECOND;

        var use = sample();

        assertThat(use.diskRead()).hasValue(2_000);
        assertThat(use.diskWrite()).hasValue(0);
    }

    @Test
    void whatAChildDidWhileItLivedCountsOnce() {
        disk(10, 0, 0);
        sample();
        fake.has(child(20, 10, 200));
        disk(20, 0, 3_000);
        assertThat(sample().diskWrite()).hasValue(3_000);
        disk(20, 0, 4_000);
        assertThat(sample().diskWrite()).hasValue(1_000);
        ends(20);
        disk(10, 0, 4_500); // and 500 more before its end, as its parent is told

        assertThat(sample().diskWrite()).hasValue(500);
        assertThat(sample().diskWrite()).hasValue(0);
    }

    @Test
    void childThatEndedUnseenIsInItsParentsRate() {
        disk(10, 0, 0);
        sample();
        disk(10, 700, 0);

        assertThat(sample().diskRead()).hasValue(700);
    }

    @Test
    void countersOfAPidThatWasReusedMakeNoRate() {
        disk(10, 9_000, 9_000);
        sample();
        fake.has(child(10, 1, 900));
        disk(10, 50, 50);

        assertThat(sample().diskRead()).isEmpty();
        disk(10, 60, 50);
        assertThat(sample().diskRead()).hasValue(10);
    }

    @Test
    void countersThatGoBackAreNoNegativeRate() {
        disk(10, 9_000, 9_000);
        sample();
        disk(10, 8_000, 9_100);

        assertThat(sample().diskRead()).hasValue(0);
    }

    @Test
    void processOfAnotherUserHasNoneOfThese() {
        assertThat(sample()).isEqualTo(ResourceUse.UNKNOWN);
    }

    private ResourceUse sample() {
        now += SECOND;
        trees.sample(Set.of(10L), now);
        return sampler.sample(trees.trees(), now).get(10L);
    }

    private void descriptors(long pid, int count) {
        for (var i = 0; i < count; i++) {
            fake.file(pid + "/fd/" + i, "");
        }
    }

    private void disk(long pid, long read, long written) {
        fake.file(pid + "/io", "rchar: 5\nwchar: 6\nsyscr: 1\nsyscw: 1\nread_bytes: " + read + "\nwrite_bytes: " + written
                + "\ncancelled_write_bytes: 0\n");
    }

    private void ends(long pid) {
        try {
            Files.delete(directory.resolve(pid + "/io"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fake.lost(pid);
    }
}
