package dev.pm2console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import dev.pm2console.command.EventResults.Event;

class TimelineTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void daysBeginAtMidnight() {
        var days = Timeline.of(List.of(restart(0, "web", 0, 1), restart(60 * 60 * 13, "api", 1, 1))).days();

        assertThat(days).extracting(Timeline.Day::name).containsExactly("Saturday, 31 January 2026", "Friday, 30 January 2026");
    }

    @Test
    void sameAgainIsOneRowWhateverHappensInBetween() {
        var rows = rows(restart(0, "web", 0, 1), restart(5, "api", 1, 1), restart(10, "web", 0, 1), restart(20, "web", 0, 1));

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().words()).isEqualTo("restarted 3 times");
        assertThat(rows.getFirst().since()).isEqualTo(NOON.minusSeconds(20));
        assertThat(rows.getLast().words()).isEqualTo("restarted");
    }

    @Test
    void sameForAnotherReasonIsARowOfItsOwn() {
        assertThat(rows(restart(0, "web", 0, 1), restart(10, "web", 0, 3))).hasSize(2);
        assertThat(rows(restart(0, "web", 0, 1), restart(10, "web", 0, 3), restart(20, "web", 0, 1))).hasSize(3);
    }

    @Test
    void sameAfterALongTimeIsARowOfItsOwn() {
        assertThat(rows(restart(0, "web", 0, 1), restart(901, "web", 0, 1))).hasSize(2);
    }

    @Test
    void instancesAtOnceAreOneRow() {
        var rows = rows(restart(0, "web", 0, 1), restart(1, "web", 1, 1));

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().words()).isEqualTo("restarted");
        assertThat(rows.getFirst().instances()).isEqualTo("× 2 instances");
    }

    private static List<EventRow> rows(Event... events) {
        return Timeline.of(List.of(events)).days().getFirst().rows();
    }

    private static Event restart(int ago, String process, int id, int code) {
        return new Event(1, NOON.minusSeconds(ago), "restart", OptionalInt.of(id), Optional.of(process), Optional.of("self"),
                Optional.of("exited with code " + code), Optional.empty(), OptionalInt.of(code), Optional.empty(),
                OptionalLong.empty(), OptionalLong.empty(), List.of(), Optional.empty(), OptionalInt.empty(), 1, false, true);
    }
}
