package dev.pm2console.metrics.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.metrics.Metric;
import dev.pm2console.process.Probe;
import dev.pm2console.process.ProcessId;
import dev.pm2console.storage.Database;

/// How much is kept, and what goes.
class HistoryBoundsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration RETENTION = Duration.ofDays(14);

    private Database database;
    private HistoryTable table;
    private History history;
    private Instant now = NOON;

    @BeforeEach
    void open(@TempDir Path directory) {
        database = TestHistory.database(directory);
        table = new HistoryTable(database);
        history = new History(table);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsOldGoes() {
        run(3_700, web());
        var pruning = new HistoryPruning(table, history, RETENTION, Long.MAX_VALUE);
        pruning.prune(now, 0);
        now = now.plus(Duration.ofHours(1));
        pruning.prune(now, Duration.ofHours(1).toNanos());

        assertThat(blocks(Tier.SECONDS)).isZero();
        assertThat(blocks(Tier.TENS)).isEqualTo(6);
        now = now.plus(Duration.ofDays(15));
        pruning.prune(now, Duration.ofHours(1 + 15 * 24).toNanos());
        assertThat(blocks(Tier.MINUTES)).isZero();
        assertThat(table.keys()).isEmpty();
    }

    @Test
    void clockThatWasSetForwardCostsNothing() {
        run(3_700, web());
        var pruning = new HistoryPruning(table, history, RETENTION, Long.MAX_VALUE);
        pruning.prune(now, 0);

        pruning.prune(now.plus(Duration.ofDays(100)), Duration.ofMinutes(10).toNanos());

        assertThat(blocks(Tier.MINUTES)).isEqualTo(1);
    }

    @Test
    void whoIsGoneGoesFirstWhereItIsTooMuch() {
        run(4_000, key(7, "gone"));
        history.close();
        run(4_000, web());
        var unbounded = new HistoryPruning(table, history, RETENTION, Long.MAX_VALUE);
        unbounded.prune(now, 0);
        unbounded.prune(now, 0);
        var ofGone = all(key(7, "gone"));
        var ofWeb = all(web());
        var pruning = new HistoryPruning(table, history, RETENTION, table.size().bytes() - 1);
        pruning.prune(now, 0);

        pruning.prune(now, 0);

        assertThat(all(key(7, "gone"))).isPositive().isLessThan(ofGone);
        assertThat(all(web())).isEqualTo(ofWeb);
    }

    @Test
    void numberOfProcessesInMemoryIsBounded() {
        var many = IntStream.range(0, History.MAX_SERIES + 50)
                .mapToObj(id -> new Reading(key(id, "app-" + id), Map.of("cpu", 1f))).toList();

        history.record(now, many);

        assertThat(history.present()).hasSize(History.MAX_SERIES);
    }

    @Test
    void memoryOfAProcessIsFlatAndAsSmallAsTold() {
        var random = new Random(1);
        var keys = IntStream.range(0, 500).mapToObj(id -> key(id, "app-" + id)).toList();
        record(keys, random);
        var before = used();
        for (var second = 0; second < 1_800; second += 2) { // half an hour fills what there is to fill
            now = now.plusSeconds(2);
            record(keys, random);
            if (second % 60 == 0) {
                history.flush(now);
            }
        }
        history.flush(now);
        var filled = used();
        for (var second = 0; second < 1_800; second += 2) {
            now = now.plusSeconds(2);
            record(keys, random);
            if (second % 60 == 0) {
                history.flush(now);
            }
        }
        history.flush(now);
        var later = used();

        assertThat((filled - before) / 500).as("bytes a process").isLessThan(40_000);
        assertThat((later - filled) / 500).as("bytes a process that half an hour more needs").isLessThan(4_000);
        assertThat(history.waiting()).isZero();
    }

    @Test
    void probesAreBoundedAndNamedPlainly() {
        var probes = IntStream.range(0, 100).mapToObj(i -> new Probe("p" + i, "1", "")).toList();
        assertThat(ProbeValues.of(probes)).hasSize(ProbeValues.MOST);
        assertThat(
                ProbeValues.of(List.of(new Probe("a\u0007b\n c" + "x".repeat(100), "12.5ms", ""), new Probe("text", "many", ""),
                        new Probe("huge", "1e99", ""), new Probe("down", "-3", "%"))))
                .isEqualTo(Map.of("probe:a b c" + "x".repeat(59), 12.5f, "probe:down", -3f));
    }

    private void record(List<SeriesKey> keys, Random random) {
        history.record(now, keys.stream().map(key -> {
            var values = new HashMap<String, Float>();
            for (var metric : Metric.values()) {
                values.put(metric.wire(), random.nextFloat() * 100_000_000);
            }
            return new Reading(key, values);
        }).toList());
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        var least = Long.MAX_VALUE;
        for (var i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private void run(int seconds, SeriesKey key) {
        for (var second = 0; second < seconds; second++) {
            history.record(now, List.of(new Reading(key, Map.of("cpu", (float) second))));
            now = now.plusSeconds(1);
        }
        history.flush(now);
    }

    private int all(SeriesKey key) {
        return List.of(Tier.values()).stream().mapToInt(tier -> blocks(tier, key)).sum();
    }

    private int blocks(Tier tier) {
        return table.keys().stream().mapToInt(key -> blocks(tier, key)).sum();
    }

    private int blocks(Tier tier, SeriesKey key) {
        var found = new int[1];
        table.blocks(key, tier, 0, Long.MAX_VALUE, _ -> found[0]++);
        return found[0];
    }

    private static SeriesKey web() {
        return key(0, "web");
    }

    private static SeriesKey key(int id, String name) {
        return new SeriesKey(new ProcessId(id), name);
    }
}
