package dev.pm2console.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class CallRatesTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1); // nano time may overflow
    private final CallRates rates = new CallRates(60, now::get);

    @Test
    void aMinutesCallsMayComeAtOnceAndNoMore() {
        for (var i = 0; i < 60; i++) {
            assertThat(rates.take("a")).isEmpty();
        }

        assertThat(rates.take("a")).hasValue(1);
        assertThat(rates.take("b")).isEmpty();
    }

    @Test
    void callsComeBackOneByOne() {
        for (var i = 0; i < 60; i++) {
            assertThat(rates.take("a")).isEmpty();
        }
        now.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(rates.take("a")).isEmpty();
        assertThat(rates.take("a")).isEmpty();
        assertThat(rates.take("a")).isPresent();
    }

    @Test
    void afterAMinuteAllAreThereAgain() {
        for (var i = 0; i < 60; i++) {
            assertThat(rates.take("a")).isEmpty();
        }
        now.addAndGet(Duration.ofHours(3).toNanos());

        for (var i = 0; i < 60; i++) {
            assertThat(rates.take("a")).isEmpty();
        }
        assertThat(rates.take("a")).isPresent();
    }

    @Test
    void whoHasNothingLeftIsNotForgottenAmongMany() {
        for (var i = 0; i < 60; i++) {
            assertThat(rates.take("a")).isEmpty();
        }

        for (var i = 0; i < 3_000; i++) {
            assertThat(rates.take("other-" + i)).isEmpty();
        }

        assertThat(rates.take("a")).isPresent();
    }
}
