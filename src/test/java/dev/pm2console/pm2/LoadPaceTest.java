package dev.pm2console.pm2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class LoadPaceTest {

    private final LoadPace pace = new LoadPace();

    @Test
    void quickDaemonIsAskedAtTheUsualPace() {
        took(1, 2, 3);

        assertThat(pace.idle()).isEqualTo(LoadPace.IDLE);
        assertThat(pace.settle()).isEqualTo(LoadPace.SETTLE);
    }

    @Test
    void oneSlowAnswerChangesNothing() {
        took(1, 1, 1, 9_000);
        assertThat(pace.idle()).isEqualTo(LoadPace.IDLE);
        took(1);
        assertThat(pace.idle()).isEqualTo(LoadPace.IDLE);
        took(1);
        assertThat(pace.idle()).isEqualTo(LoadPace.IDLE);
        assertThat(pace.settle()).isEqualTo(LoadPace.SETTLE);
    }

    @Test
    void firstAnswersAreWaitedForNoLongerThanTenSeconds() {
        took(9_000);
        assertThat(pace.idle()).isEqualTo(Duration.ofSeconds(10));
        took(9_000);
        assertThat(pace.idle()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void slowDaemonIsAskedForHalfAPercentOfItsTime() {
        took(100, 100, 100);

        assertThat(pace.idle()).isEqualTo(Duration.ofSeconds(20));
        assertThat(pace.settle()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void evenTheSlowestIsAskedOnceAMinute() {
        took(9_000, 9_000, 9_000);

        assertThat(pace.idle()).isEqualTo(Duration.ofMinutes(1));
        assertThat(pace.settle()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void nextDaemonIsAnother() {
        took(9_000, 9_000, 9_000);

        pace.reset();

        assertThat(pace.idle()).isEqualTo(LoadPace.IDLE);
    }

    private void took(int... millis) {
        for (var each : millis) {
            pace.loaded(Duration.ofMillis(each));
        }
    }
}
