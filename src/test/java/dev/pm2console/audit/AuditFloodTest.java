package dev.pm2console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.pm2console.audit.AuditEntry.Outcome;
import dev.pm2console.testsupport.TestClock;

/// Who tries the same over and over fills no disk, and hides nothing.
class AuditFloodTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestClock clock = new TestClock(Instant.parse("2026-11-25T10:00:00Z"));
    private final AuditFlood flood = new AuditFlood();

    private List<AuditEntry> record(int times, String actor, Outcome outcome) {
        return IntStream.range(0, times).boxed().flatMap(_ -> flood
                .admit(Entries.of(clock.instant(), actor, "killPM2", "web", outcome), clock.instant()).stream()).toList();
    }

    @ParameterizedTest
    @EnumSource(names = { "DONE", "UNKNOWN" })
    void whatWasOrMayHaveBeenDoneIsKeptHoweverOften(Outcome outcome) {
        assertThat(record(1_000, "ada", outcome)).hasSize(1_000);
        assertThat(flood.settle(Instant.MAX)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = { "REFUSED", "FAILED" })
    void ofAFloodOfFailuresSomeAreKeptAndHowManyThereWere(Outcome outcome) {
        assertThat(record(1_000, "mallory", outcome)).hasSize(AuditFlood.FREE);
        assertThat(flood.settle(clock.instant())).as("it is not over").isEmpty();

        clock.pass(MINUTE);
        var settled = flood.settle(clock.instant());

        assertThat(settled).singleElement().satisfies(last -> {
            assertThat(last.outcome()).isEqualTo(outcome);
            assertThat(last.actor()).isEqualTo("mallory");
            assertThat(last.parameters()).isEqualTo(Map.of("instances", "2", "leftOut", "699"));
        });
        assertThat(flood.settle(clock.instant())).as("told once").isEmpty();
    }

    @Test
    void floodOfOneHidesNothingOfTheOthers() {
        record(1_000, "mallory", Outcome.REFUSED);

        assertThat(record(1, "ada", Outcome.REFUSED)).hasSize(1);
        assertThat(record(1, "mallory", Outcome.DONE)).hasSize(1);
    }

    @Test
    void nextMinuteBeginsAnewWithWhatWasLeftOut() {
        record(AuditFlood.FREE + 3, "mallory", Outcome.REFUSED);
        clock.pass(MINUTE);

        var kept = record(1, "mallory", Outcome.REFUSED);

        assertThat(kept).hasSize(2);
        assertThat(kept.getFirst().parameters()).containsEntry("leftOut", "2");
        assertThat(kept.getLast().parameters()).doesNotContainKey("leftOut");
        assertThat(record(AuditFlood.FREE, "mallory", Outcome.REFUSED)).hasSize(AuditFlood.FREE - 1);
    }

    @Test
    void oneThatWasLeftOutIsKeptAsItWas() {
        record(AuditFlood.FREE + 1, "mallory", Outcome.REFUSED);

        assertThat(flood.settle(Instant.MAX)).singleElement()
                .satisfies(it -> assertThat(it.parameters()).doesNotContainKey("leftOut"));
    }

    @Test
    void clockThatIsSetBackStopsNothing() {
        record(AuditFlood.FREE, "mallory", Outcome.REFUSED);
        clock.pass(Duration.ofHours(-2));

        assertThat(record(1, "mallory", Outcome.REFUSED)).hasSize(1);
    }
}
