package dev.pm2console.rest;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.agent.Agent;
import dev.pm2console.testsupport.Api;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.RealPm2Resource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/// A daemon that is there and does not answer: nothing hangs with it.
@QuarkusTest
@TestProfile(HangingDaemonTest.Impatient.class)
@WithTestResource(RealPm2Resource.class)
@Timeout(240)
class HangingDaemonTest {

    /// Not so short that a busy daemon misses it.
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Api api = new Api();
    RealPm2 pm2;

    @BeforeEach
    void begin() {
        api.awaitDaemon("online");
        pm2.pm2("start", "idle.js", "--name", "idle"); // which may take longer than the deadline
        api.awaitStatus("idle", "online");
    }

    @AfterEach
    void end() {
        api.deleteAll();
    }

    /// A console with a short deadline.
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("console.command-timeout", DEADLINE.toSeconds() + "s");
        }
    }

    @Test
    void callsTimeOutThenAreRefusedAndWorkAgainWhenItAnswers() {
        pm2.signal(pm2.daemon(), "STOP");
        try {
            var began = System.nanoTime();
            var waited = api.post("/processes/idle/restart");
            var took = Duration.ofNanos(System.nanoTime() - began);
            api.awaitDaemon("unreachable");
            var list = api.get("/processes");
            var refused = api.post("/processes/idle/restart");

            assertThat(waited.statusCode()).as(waited.asString()).isEqualTo(504);
            assertThat(waited.jsonPath().getString("code")).isEqualTo("PM2_TIMEOUT");
            assertThat(waited.jsonPath().getString("detail")).contains("may still take effect");
            assertThat(took).isBetween(DEADLINE.minusMillis(100), DEADLINE.multipliedBy(4));
            assertThat(list.statusCode()).isEqualTo(503);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.jsonPath().getString("code")).isEqualTo("PM2_UNREACHABLE");
        } finally {
            pm2.signal(pm2.daemon(), "CONT");
        }
        api.awaitDaemon("online");
        // first it does what it was told before
        await().untilAsserted(() -> api.post("/processes/idle/restart").then().statusCode(200));
    }

    @Test
    void agentIsToldThatItMayHaveBeenDone() {
        try (var agent = new Agent(RealPm2Resource.TOKEN)) {
            pm2.signal(pm2.daemon(), "STOP");

            var told = agent.call("restartProcess", "nameOrId", "idle");

            assertThat(told.isError()).isTrue();
            assertThat(told.error().path("code").asText()).isEqualTo("PM2_TIMEOUT");
            assertThat(told.error().path("next").asText()).contains("before you try again");
        } finally {
            pm2.signal(pm2.daemon(), "CONT");
        }
        api.awaitDaemon("online");
    }

    @Test
    void manyWhoWaitDoNotWaitForEachOther() {
        pm2.signal(pm2.daemon(), "STOP");
        try {
            var began = System.nanoTime();
            var calls = IntStream.range(0, 10).mapToObj(_ -> CompletableFuture.supplyAsync(
                    () -> api.post("/processes/idle/start").statusCode(), Thread::startVirtualThread)).toList();

            var statuses = calls.stream().map(CompletableFuture::join).toList();

            assertThat(statuses).allMatch(status -> status == 503 || status == 504);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(DEADLINE.multipliedBy(5));
        } finally {
            pm2.signal(pm2.daemon(), "CONT");
        }
        api.awaitDaemon("online");
    }
}
