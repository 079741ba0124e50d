package dev.pm2console.metrics;

import static dev.pm2console.metrics.FakeProc.FakeProcess.child;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {

    @TempDir
    Path directory;

    private FakeProc fake;

    @BeforeEach
    void setUp() {
        fake = new FakeProc(directory);
    }

    @Test
    void parentsAreReadBeforeTheirChildrenAlsoWherePidsStartedOver() {
        fake.has(child(1, 0, 0));
        fake.has(child(30, 1, 100));
        fake.has(child(5, 30, 200));
        fake.has(child(4, 5, 300));
        fake.has(child(7, 4, 300));
        var table = ProcessTable.EMPTY.next(fake.open(), pid -> true);

        var next = table.next(fake.open(), pid -> true);

        assertThat(next.fresh()).extracting(ProcessStat::pid).containsExactly(1L, 30L, 5L, 4L, 7L);
    }

    @Test
    void onlyWhoIsWantedOrNewIsRead() {
        fake.has(child(1, 0, 0));
        fake.has(child(2, 1, 100));
        fake.has(child(3, 1, 100));
        var table = ProcessTable.EMPTY.next(fake.open(), pid -> true);
        fake.has(child(4, 1, 200));

        var next = table.next(fake.open(), pid -> pid == 2);

        assertThat(next.fresh()).extracting(ProcessStat::pid).containsExactly(2L, 4L);
        assertThat(next.get(3)).isPresent();
    }

    @Test
    void whoIsNotListedOrCanNotBeReadIsNotThere() {
        fake.has(child(1, 0, 0));
        fake.has(child(2, 1, 100));
        fake.has(child(3, 1, 100));
        var table = ProcessTable.EMPTY.next(fake.open(), pid -> true);
        fake.lost(2);
        fake.file("3/stat", "");

        var next = table.next(fake.open(), pid -> true);

        assertThat(next.get(1)).isPresent();
        assertThat(next.get(2)).isEmpty();
        assertThat(next.get(3)).isEmpty();
    }
}
