package dev.pm2console.rest;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.alerts.Receiver;
import dev.pm2console.testsupport.Api;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.RealPm2Resource;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/// Alerts over REST, of real processes, to a real receiver on this machine.
@QuarkusTest
@TestProfile(AlertCommandsTest.Allowed.class)
@WithTestResource(RealPm2Resource.class)
@Timeout(240)
class AlertCommandsTest {

    private static final String SECRET = "SECRET-PATH-of-the-hook";

    private final Api api = new Api();
    private final Receiver receiver = new Receiver();
    RealPm2 pm2;
    @Inject
    MockMailbox mailbox;

    /// The receiver is on this machine.
    public static final class Allowed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("console.alerts.allowed-hosts", "127.0.0.1", "quarkus.mailer.from", "console@example.org");
        }
    }

    @AfterEach
    void end() {
        receiver.close();
        api.get("/alerts/rules").jsonPath().getList("rules.id").forEach(id -> api.delete("/alerts/rules/" + id));
        api.get("/alerts/channels").jsonPath().getList("channels.id").forEach(id -> api.delete("/alerts/channels/" + id));
        pm2.startDaemon();
        api.awaitDaemon("online");
        api.deleteAll();
    }

    @Test
    void processThatCrashesUntilPm2GivesUpIsToldOnceAndThatItIsOver() {
        var hook = channel(Map.of("name", "ops", "kind", "webhook", "url", hook()));
        rule(Map.of("name", "Gave up", "condition", Map.of("type", "status", "status", "errored"), "targets", List.of("fail*"),
                "channels", List.of(hook)));
        api.start("crasher.js", "failing", "max_restarts", 2, "min_uptime", "1m");
        api.start("idle.js", "idle");
        await().until(() -> receiver.received().size() == 1);
        var told = receiver.received().getFirst();
        assertThat(told.path()).isEqualTo("/hooks/" + SECRET);
        assertThat(told.body()).contains("\"type\":\"alert\"").contains("\"name\":\"failing\"");

        api.post("/processes/failing/stop").then().statusCode(200);
        await().until(() -> receiver.received().size() == 2);

        assertThat(receiver.received().getLast().body()).contains("\"type\":\"resolved\"");
        await().until(
                () -> api.get("/alerts").jsonPath().getList("deliveries.state").stream().allMatch("delivered"::equals));
        assertThat(api.get("/alerts").asString() + api.get("/alerts/rules").asString() + api.get("/alerts/channels").asString()
                + api.get("/audit").asString()).doesNotContain(SECRET);
    }

    @Test
    void daemonThatIsKilledIsToldAndThatItIsBack() {
        var hook = channel(Map.of("name", "ops", "kind", "webhook", "url", hook()));
        rule(Map.of("name", "Down", "condition", Map.of("type", "daemon-down"), "channels", List.of(hook)));

        pm2.signal(pm2.daemon(), "KILL");
        await().until(() -> receiver.received().size() == 1);
        pm2.endOrphans();
        pm2.startDaemon();
        await().until(() -> receiver.received().size() == 2);

        assertThat(receiver.received().getFirst().body()).contains("the PM2 daemon is down").contains("\"process\":null");
        assertThat(receiver.received().getLast().body()).contains("\"type\":\"resolved\"");
    }

    @Test
    void testSaysWhatHappened() {
        var good = channel(Map.of("name", "good", "kind", "webhook", "url", hook(), "shape", "slack"));
        var led = channel(Map.of("name", "led", "kind", "webhook", "url", "http://127.0.0.1:" + receiver.port() + "/302"));
        var inside = channel(Map.of("name", "inside", "kind", "webhook", "url", "http://10.0.0.1/" + SECRET));

        var fine = api.post("/alerts/channels/" + good + "/test").jsonPath();
        var redirected = api.post("/alerts/channels/" + led + "/test").jsonPath();
        var refused = api.post("/alerts/channels/" + inside + "/test").jsonPath();

        assertThat(fine.getBoolean("delivered")).isTrue();
        assertThat(receiver.received().getFirst().body()).contains("\"text\":\"This is a test");
        assertThat(redirected.getString("detail")).isEqualTo("it answered 302, a redirect, which is not followed");
        assertThat(refused.getBoolean("delivered")).isFalse();
        assertThat(refused.getString("detail")).contains("private network").doesNotContain(SECRET);
    }

    @Test
    void mailIsSentByTheServerThatIsConfigured() {
        var mail = channel(Map.of("name", "team", "kind", "email", "recipients", List.of("ops@example.org")));

        var tested = api.post("/alerts/channels/" + mail + "/test").jsonPath();

        assertThat(tested.getBoolean("delivered")).as(tested.prettify()).isTrue();
        var sent = mailbox.getMailsSentTo("ops@example.org");
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().getSubject()).startsWith("Test of PM2 Console on ");
        assertThat(sent.getFirst().getText()).contains("This is a test");
    }

    @Test
    void whatIsWrongIsToldAllAtOnce() {
        var problem = api.post("/alerts/rules", Map.of("condition", Map.of("type", "memory", "bytes", 5, "x", 1), "hold", -1,
                "targets", List.of("ok", ""), "y", 2)).then().statusCode(400).extract().jsonPath();

        assertThat(problem.getList("violations.field")).map(Object::toString)
                .containsExactlyInAnyOrder("name", "condition.bytes", "condition.x", "hold", "targets[1]", "y");
    }

    @Test
    void channelOfARuleIsNotRemovedAndSecretsDoNotMoveToAnotherHost() {
        var hook = channel(Map.of("name", "ops", "kind", "webhook", "url", hook(), "authorization", "Bearer " + SECRET));
        var rule = rule(Map.of("name", "Down", "condition", Map.of("type", "daemon-down"), "channels", List.of(hook)));

        var inUse = api.delete("/alerts/channels/" + hook).then().statusCode(409).extract().jsonPath();
        var moved = api.request().contentType("application/json").body(Map.of("url", "https://evil.example/"))
                .patch("/alerts/channels/" + hook).then().statusCode(400).extract().jsonPath();
        api.request().contentType("application/json").body(Map.of("enabled", false)).patch("/alerts/rules/" + rule).then()
                .statusCode(200);

        assertThat(inUse.getString("code")).isEqualTo("CHANNEL_IN_USE");
        assertThat(inUse.getString("detail")).contains("\"Down\"");
        assertThat(moved.getList("violations.field")).isEqualTo(List.of("authorization"));
        assertThat(api.get("/alerts/rules").jsonPath().getBoolean("rules[0].enabled")).isFalse();
    }

    private String hook() {
        return "http://127.0.0.1:" + receiver.port() + "/hooks/" + SECRET;
    }

    private int channel(Map<String, Object> channel) {
        return api.post("/alerts/channels", channel).then().statusCode(201).extract().path("id");
    }

    private int rule(Map<String, Object> rule) {
        return api.post("/alerts/rules", rule).then().statusCode(201).extract().path("id");
    }
}
