package dev.pm2console.metrics.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.process.ProcessId;
import dev.pm2console.storage.Database;

class HistoryTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final SeriesKey WEB = new SeriesKey(new ProcessId(0), "web");

    private Database database;
    private HistoryTable table;
    private History history;
    private Instant now = NOON;
    private final InstantSource clock = () -> now;

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
    void lastQuarterOfAnHourIsToldBySecond() {
        run(900, 5);

        var points = points("cpu", 900, 1_000);

        assertThat(points).hasSize(900);
        assertThat(points.getLast()).isEqualTo(new Point(now.toEpochMilli() - 1_000, 904, 904, 904, 1));
    }

    @Test
    void widerPointsHaveTheLeastTheMeanAndTheGreatest() {
        run(60, 0);

        assertThat(points("cpu", 60, 30_000)).containsExactly(
                new Point(NOON.toEpochMilli(), 0, 14.5f, 29, 30),
                new Point(NOON.plusSeconds(30).toEpochMilli(), 30, 44.5f, 59, 30));
    }

    @Test
    void coarserTiersTellTheSame() {
        run(7_200, 0);

        for (var step : List.of(10_000L, 60_000L, 600_000L)) {
            var points = points("cpu", 7200, step);

            assertThat(points).as("step %s", step).hasSize((int) (7_200_000 / step));
            var perPoint = (int) (step / 1_000);
            for (var i = 0; i < points.size(); i++) {
                var first = i * perPoint;
                assertThat(points.get(i).count()).isEqualTo(perPoint);
                assertThat(points.get(i).min()).isCloseTo((float) first, within(first / 60_000f));
                assertThat(points.get(i).max()).isCloseTo((float) first + perPoint - 1, within((first + perPoint) / 60_000f));
                assertThat(points.get(i).mean()).isCloseTo(first + (perPoint - 1) / 2f, within((first + perPoint) / 30_000f));
            }
        }
    }

    @Test
    void whatIsNotKeptBySecondIsToldByTenSeconds() {
        run(3_600, 0);

        var span = query().span(Optional.of(NOON), Optional.empty(), OptionalLong.of(2_000)).orElseThrow();

        assertThat(span.stepMillis()).isEqualTo(10_000);
        assertThat(query().series(List.of(WEB), List.of("cpu"), span).getFirst().points()).hasSize(360);
    }

    @Test
    void metricsThatAreNotInMemoryComeOutOfBlocks() {
        run(600, 0);

        assertThat(points("threads", 600, 1_000)).hasSize(600)
                .allSatisfy(point -> assertThat(point.mean()).isEqualTo(7));
    }

    @Test
    void gapsAreAbsent() {
        run(10, 0);
        now = now.plusSeconds(20);
        run(10, 0);

        assertThat(points("cpu", 40, 10_000)).extracting(Point::at)
                .containsExactly(NOON.toEpochMilli(), NOON.plusSeconds(30).toEpochMilli());
    }

    @Test
    void orderlyEndLosesNothing() {
        run(5_000, 0);
        history.close();

        restart();

        assertThat(points("cpu", 5_000, 10_000)).hasSize(500);
        assertThat(points("cpu", 900, 1_000)).hasSize(900);
        run(1_000, 5_000);
        assertThat(points("cpu", 6_000, 10_000)).hasSize(600)
                .allSatisfy(point -> assertThat(point.count()).isEqualTo(10));
        assertThat(points("cpu", 6_000, 60_000)).hasSize(100)
                .allSatisfy(point -> assertThat(point.count()).isEqualTo(60));
    }

    @Test
    void crashLosesTheLastMinuteAtMost() {
        run(5_050, 0); // 84 minutes and 10 seconds

        restart();

        assertThat(points("cpu", 5_050, 10_000)).hasSize(504);
        assertThat(points("cpu", 5_050, 60_000)).hasSize(84)
                .allSatisfy(point -> assertThat(point.count()).isEqualTo(60));
        assertThat(points("threads", 600, 1_000)).hasSize(590);
    }

    @Test
    void whatACrashLeftOpenIsWrittenHoursLater() {
        run(5_050, 0);
        now = now.plus(Duration.ofHours(3));

        restart();
        now = now.plus(Duration.ofMinutes(1));
        run(60, 0);

        assertThat(points("cpu", 18000, 60_000)).hasSize(84 + 2);
        assertThat(points("cpu", 18000, 10_000)).hasSize(504 + 6);
    }

    @Test
    void clockThatIsSetBackLosesNothingOfBefore() {
        run(1_500, 0);
        now = now.minusSeconds(700);

        run(30, 10_000);

        now = NOON.plusSeconds(1_500);
        var points = points("cpu", 1_500, 10_000);
        assertThat(points).hasSize(150);
        assertThat(points.get(80)).satisfies(twice -> {
            assertThat(twice.count()).isEqualTo(20);
            assertThat(twice.min()).isEqualTo(800);
            assertThat(twice.max()).isCloseTo(10_009, within(1f));
        });
        assertThat(points.get(79).mean()).isCloseTo(794.5f, within(0.1f));
        assertThat(points.get(83).mean()).isCloseTo(834.5f, within(0.1f));
    }

    @Test
    void clockThatIsSetForwardLeavesAGap() {
        run(100, 0);
        now = now.plus(Duration.ofDays(2));
        run(100, 0);

        assertThat(points("cpu", 259200, 3_600_000)).hasSize(2);
    }

    @Test
    void restartOfTheProcessGoesOnAndAnotherNameBegins() {
        run(10, 0);
        history.record(now, List.of(new Reading(new SeriesKey(new ProcessId(0), "api"), Map.of("cpu", 1f))));

        assertThat(query().keys("web", -1)).containsExactly(WEB);
        assertThat(query().keys("", 0)).hasSize(2);
    }

    private void restart() {
        history = new History(table);
        history.load(now);
    }

    /// A second after the other, the figure one more in each.
    private void run(int seconds, int first) {
        for (var second = 0; second < seconds; second++) {
            history.record(now, List.of(new Reading(WEB, Map.of("cpu", (float) first + second, "threads", 7f))));
            now = now.plusSeconds(1);
            if (now.getEpochSecond() % 5 == 0) {
                history.flush(now);
            }
        }
    }

    private HistoryQuery query() {
        return new HistoryQuery(history, clock, Duration.ofSeconds(1), Duration.ofDays(14));
    }

    private List<Point> points(String metric, int secondsAgo, long step) {
        var span = query().span(Optional.of(now.minusSeconds(secondsAgo)), Optional.empty(), OptionalLong.of(step))
                .orElseThrow();
        return query().series(List.of(WEB), List.of(metric), span).getFirst().points();
    }
}
