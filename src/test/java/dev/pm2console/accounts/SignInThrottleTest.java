package dev.pm2console.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.pm2console.testsupport.TestClock;

/// Guessing gets slower with every failure.
class SignInThrottleTest {

    private static final String HERE = "192.0.2.1";

    private final TestClock clock = Desk.clock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    /// Fails as often as is allowed without waiting, at most so many times.
    private long failures(int most, String name, String address) {
        return IntStream.range(0, most).takeWhile(_ -> throttle.attempt(name, address).isEmpty()).count();
    }

    private Duration wait(String name, String address) {
        return throttle.attempt(name, address).orElse(Duration.ZERO);
    }

    @Test
    void fewFailuresAreFree() {
        assertThat(failures(100, "ada", HERE)).isEqualTo(5);
    }

    @Test
    void clockThatIsSetBackKeepsNobodyOut() {
        failures(3, "ada", HERE);
        clock.pass(Duration.ofHours(-2));
        assertThat(wait("ada", HERE)).isZero();

        failures(1, "ada", HERE);
        clock.pass(Duration.ofHours(-2));
        assertThat(wait("ada", HERE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void eachFurtherFailureWaitsTwiceAsLong() {
        failures(5, "ada", HERE);

        for (var seconds = 1; seconds <= 512; seconds *= 2) {
            assertThat(wait("ada", HERE)).isEqualTo(Duration.ofSeconds(seconds));
            clock.pass(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(wait("ada", HERE)).isEqualTo(Duration.ofMillis(1));
            clock.pass(Duration.ofMillis(1));
            assertThat(wait("ada", HERE)).isZero();
        }
    }

    @Test
    void waitIsAQuarterOfAnHourAtMost() {
        for (var i = 0; i < 60; i++) {
            clock.pass(wait("ada", HERE));
        }

        assertThat(failures(1, "ada", HERE)).isLessThanOrEqualTo(1);
        assertThat(wait("ada", HERE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void attemptThatHadToWaitIsNotCounted() {
        failures(5, "ada", HERE);
        for (var i = 0; i < 1_000; i++) {
            assertThat(wait("ada", HERE)).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void otherUsersAndOtherAddressesNeedNotWait() {
        failures(6, "ada", HERE);

        assertThat(wait("bob", HERE)).isZero();
        assertThat(wait("ada", "192.0.2.2")).isZero();
    }

    @Test
    void oneGuessForEachOfManyNamesWaitsToo() {
        var guessed = IntStream.range(0, 100).takeWhile(i -> throttle.attempt("user" + i, HERE).isEmpty()).count();

        assertThat(guessed).isEqualTo(20);
        assertThat(wait("another", HERE)).isPositive();
        assertThat(wait("another", "192.0.2.2")).isZero();
    }

    @Test
    void guessesForOneNameFromEverywhereWaitToo() {
        var guessed = IntStream.range(0, 100).takeWhile(i -> throttle.attempt("ada", "192.0.2." + i).isEmpty()).count();

        assertThat(guessed).isEqualTo(20);
        assertThat(wait("ada", "203.0.113.9")).isPositive();
    }

    @Test
    void guessesOfOthersKeepAUserOutForHalfAMinuteAtMost() {
        for (var i = 0; i < 100; i++) {
            throttle.attempt("ada", "192.0.2." + i);
            clock.pass(Duration.ofSeconds(30));
        }

        assertThat(wait("ada", "203.0.113.9")).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void namesThatDifferInCaseAreCountedTogether() {
        failures(5, "ada", HERE);

        assertThat(wait("ADA", HERE)).isPositive();
    }

    @Test
    void rightPasswordForgetsTheFailures() {
        failures(4, "ada", HERE);
        assertThat(throttle.attempt("ada", HERE)).isEmpty();
        throttle.succeeded("ada", HERE);

        assertThat(failures(100, "ada", HERE)).isEqualTo(5);
    }

    @Test
    void rightPasswordOfOneUserForgetsNothingOfTheOthersOfThatAddress() {
        for (var i = 0; i < 19; i++) {
            throttle.attempt("user" + i, HERE);
        }
        for (var i = 0; i < 10; i++) {
            assertThat(throttle.attempt("mallory", HERE)).isEmpty();
            throttle.succeeded("mallory", HERE);
        }

        assertThat(throttle.attempt("user19", HERE)).isEmpty();
        assertThat(throttle.attempt("user20", HERE)).isPresent();
    }

    @Test
    void failuresAreForgottenAfterAnHour() {
        failures(6, "ada", HERE);

        clock.pass(Duration.ofHours(1).plusMillis(1));

        assertThat(failures(100, "ada", HERE)).isEqualTo(5);
    }

    @Test
    void manyAttemptsAtOnceAreNoWayAround() throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = IntStream.range(0, 200).mapToObj(_ -> threads.submit(() -> {
                start.await();
                return throttle.attempt("ada", HERE).isEmpty();
            })).toList();
            start.countDown();
            var allowed = 0;
            for (var attempt : attempts) {
                allowed += attempt.get() ? 1 : 0;
            }

            assertThat(allowed).isEqualTo(5);
        }
    }

    @Test
    void remembersTenThousandAndNoMore() {
        failures(5, "first", HERE);
        for (var i = 0; i < 20_000; i++) {
            throttle.attempt("user" + i, "10.0." + i / 256 + "." + i % 256);
        }

        assertThat(throttle.remembered()).isEqualTo(10_000);
        assertThat(wait("first", HERE)).as("forgotten").isZero();
    }

    @Test
    void longNamesTakeNoMorePlaceThanShortOnes() {
        var name = "x".repeat(200_000);
        failures(5, name, HERE);

        assertThat(wait(name, HERE)).isPositive();
        assertThat(wait(name + "y", HERE)).as("told apart by the beginning only").isPositive();
    }
}
