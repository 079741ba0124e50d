package dev.pm2console.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import dev.pm2console.process.ProcessId;

class EventFloodTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final EventFlood flood = new EventFlood();
    private final List<Event> kept = new ArrayList<>();
    private long number;

    @Test
    void furtherEndsOfAMinuteAreCountedInOneEvent() {
        for (var i = 0; i < 100; i++) {
            tell(EventKind.EXIT, "web", Optional.empty());
            tell(EventKind.RESTART, "web", Optional.empty());
        }
        kept.addAll(flood.settle(NOON.plusSeconds(60)));

        assertThat(kept).hasSize(EventFlood.FREE + 1);
        assertThat(kept.getLast().kind()).isEqualTo(EventKind.RESTART);
        assertThat(kept.getLast().count()).isEqualTo(90);
        assertThat(kept.getLast().reason()).contains("exited with code 1 (the last of 90)");
    }

    @Test
    void dayOfTenRestartsASecondIsOneEventAMinute() {
        for (var second = 0; second < 86_400; second++) {
            for (var i = 0; i < 10; i++) {
                kept.addAll(flood.admit(event(EventKind.RESTART, "web", Optional.empty()), NOON.plusSeconds(second)));
            }
        }

        assertThat(kept).hasSizeLessThanOrEqualTo(EventFlood.FREE + 1_440);
    }

    @Test
    void whatIsCalmAgainIsKeptAgain() {
        for (var i = 0; i < 100; i++) {
            tell(EventKind.RESTART, "web", Optional.empty());
        }
        flood.settle(NOON.plusSeconds(60));
        flood.settle(NOON.plusSeconds(120));
        kept.clear();
        kept.addAll(flood.admit(event(EventKind.RESTART, "web", Optional.empty()), NOON.plusSeconds(180)));
        kept.addAll(flood.admit(event(EventKind.RESTART, "web", Optional.empty()), NOON.plusSeconds(181)));

        assertThat(kept).hasSize(2);
    }

    @Test
    void othersAreNotAffected() {
        for (var i = 0; i < 100; i++) {
            tell(EventKind.RESTART, "web", Optional.empty());
        }
        kept.clear();
        tell(EventKind.RESTART, "api", Optional.empty());
        tell(EventKind.CRASH_LOOP, "web", Optional.empty());
        tell(EventKind.RESTART, "web", Optional.of("olga"));

        assertThat(kept).hasSize(3);
    }

    private void tell(EventKind kind, String process, Optional<String> actor) {
        kept.addAll(flood.admit(event(kind, process, actor), NOON));
    }

    private Event event(EventKind kind, String process, Optional<String> actor) {
        return new Event(++number, NOON, kind, Optional.of(new ProcessId(0)), Optional.of(process), Optional.empty(),
                Optional.of(Cause.SELF), Optional.of("exited with code 1"), actor, Ending.NONE, Standing.UNKNOWN, 1, false,
                OptionalLong.empty());
    }
}
