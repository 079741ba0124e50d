package dev.pm2console.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import dev.pm2console.process.LogStream;
import dev.pm2console.process.ProcessId;

class LogRingsTest {

    private static final int MUCH = 1 << 30;

    private long seq;

    @Test
    void eachProcessKeepsItsLastLines() {
        var rings = new LogRings(MUCH, MUCH, 3);

        rings.add(lines(1, 5));
        rings.add(lines(2, 2));

        assertThat(numbers(rings.tail(_ -> true, 100))).containsExactly(3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void tailIsOfAllInTheirOrder() {
        var rings = new LogRings(MUCH, MUCH, 100);
        rings.add(lines(1, 2));
        rings.add(lines(2, 2));
        rings.add(lines(1, 1));

        assertThat(numbers(rings.tail(_ -> true, 3))).containsExactly(3L, 4L, 5L);
        assertThat(numbers(rings.tail(line -> line.id().value() == 1, 2))).containsExactly(2L, 5L);
    }

    @Test
    void bytesOfOneAreBounded() {
        var rings = new LogRings(MUCH, 10_000, MUCH);

        rings.add(lines(1, 1_000));

        assertThat(rings.bytes()).isBetween(9_000L, 10_000L);
        assertThat(numbers(rings.tail(_ -> true, 1))).containsExactly(1_000L);
    }

    @Test
    void bytesOfAllAreBoundedAndTheLargestGivesUpFirst() {
        var rings = new LogRings(100_000, MUCH, MUCH);
        rings.add(lines(1, 10));

        rings.add(lines(2, 2_000));

        assertThat(rings.bytes()).isBetween(90_000L, 100_000L);
        assertThat(rings.tail(line -> line.id().value() == 1, 100)).hasSize(10);
    }

    @Test
    void clearedProcessHasNothing() {
        var rings = new LogRings(MUCH, MUCH, 100);
        rings.add(lines(1, 5));
        rings.add(lines(2, 1));

        rings.clear(id -> id.value() == 1);

        assertThat(numbers(rings.tail(_ -> true, 100))).containsExactly(6L);
        rings.clear(_ -> true);
        assertThat(rings.bytes()).isZero();
    }

    private List<LogLine> lines(int id, int count) {
        return LongStream.range(0, count).mapToObj(_ -> new LogLine(OptionalLong.of(++seq), new ProcessId(id), "app" + id,
                LogStream.OUT, Optional.of(Instant.EPOCH), Optional.empty(), false, "some text of a line")).toList();
    }

    private static List<Long> numbers(List<LogLine> lines) {
        return lines.stream().map(line -> line.seq().orElseThrow()).toList();
    }
}
