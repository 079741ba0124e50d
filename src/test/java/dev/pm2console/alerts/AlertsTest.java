package dev.pm2console.alerts;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.accounts.Secret;
import dev.pm2console.process.DaemonState;
import dev.pm2console.process.Status;
import dev.pm2console.testsupport.Holder;
import dev.pm2console.testsupport.TestClock;

/// Rules, channels and deliveries, on a database of their own; what is sent is only written down.
class AlertsTest {

    private static final Instant BEGIN = Instant.parse("2026-11-27T10:00:00Z");
    private static final String HOOK = "https://hooks.example/services/T0/SECRET-PATH?key=SECRET-KEY";

    private final TestClock clock = new TestClock(BEGIN);
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    private AlertTables tables;
    private Alerts alerts;

    @TempDir
    Path directory;

    @BeforeEach
    void begin() {
        tables = TestAlerts.tables(directory);
        alerts = open();
    }

    @Test
    void alertReachesEachChannelOfItsRuleOnceAndIsOver() {
        var ops = webhook("ops", HOOK);
        webhook("others", HOOK);
        alerts.add(rule("Errored", List.of(ops.id())));
        look(Status.ONLINE);
        look(Status.ERRORED);
        await().until(() -> sent.size() == 1);
        look(Status.ERRORED);
        look(Status.ONLINE);

        await().until(() -> sent.size() == 2);

        assertThat(sent).containsExactly("alert api (id 1): status is errored to https://hooks.example/••••",
                "resolved api (id 1): over after 2 seconds: status is errored (now online) to https://hooks.example/••••");
        await().until(() -> alerts.deliveries(10).stream().allMatch(it -> it.state() == Delivery.State.DELIVERED));
        assertThat(alerts.recent(10)).hasSize(1).first().extracting(it -> it.endedAt().isPresent()).isEqualTo(true);
    }

    @Test
    void alertWhileTheDatabaseIsLockedIsSentWhenItIsFree() {
        alerts.add(rule("Errored", List.of(webhook("ops", HOOK).id())));
        look(Status.ONLINE);
        try (var _ = new Holder(directory)) {
            look(Status.ERRORED);
            assertThat(sent).isEmpty();
        }

        look(Status.ERRORED);

        await().until(() -> sent.size() == 1);
    }

    @Test
    void failureIsTriedAgainLaterAndLaterUntilItIsGivenUp() {
        alerts.add(rule("Errored", List.of(webhook("ops", HOOK).id())));
        outcomes.put("https://hooks.example/••••", new Outcome.Failed("it answered 500"));
        look(Status.ONLINE);
        look(Status.ERRORED);
        await().until(() -> sent.size() == 1 && alerts.deliveries(1).getFirst().tries() == 1);
        assertThat(alerts.deliveries(1).getFirst().state()).isEqualTo(Delivery.State.PENDING);
        assertThat(alerts.deliveries(1).getFirst().nextAt()).contains(clock.instant().plusSeconds(10));

        for (var pause : Courier.PAUSES) {
            var before = sent.size();
            clock.pass(pause.minusSeconds(2));
            look(Status.ERRORED);
            assertThat(sent).hasSize(before);
            clock.pass(Duration.ofSeconds(2));
            look(Status.ERRORED);
            await().until(() -> sent.size() == before + 1 && alerts.deliveries(1).getFirst().tries() == before + 1);
        }

        assertThat(alerts.deliveries(1).getFirst().state()).isEqualTo(Delivery.State.FAILED);
        assertThat(alerts.deliveries(1).getFirst().detail()).isEqualTo("it answered 500");
    }

    @Test
    void whatCanNotGoBetterIsNotTriedAgain() {
        alerts.add(rule("Errored", List.of(webhook("ops", HOOK).id())));
        outcomes.put("https://hooks.example/••••", new Outcome.Refused("it answered 404"));
        look(Status.ONLINE);
        look(Status.ERRORED);

        await().until(() -> alerts.deliveries(1).getFirst().state() == Delivery.State.FAILED);

        assertThat(sent).hasSize(1);
    }

    @Test
    void slowReceiverHoldsNoOther() throws InterruptedException {
        var slow = new CountDownLatch(1);
        var reached = new CopyOnWriteArrayList<String>();
        alerts = TestAlerts.open(tables, (to, message) -> {
            if (to.shown().contains("slow")) {
                try {
                    slow.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            reached.add(to.shown());
            return new Outcome.Delivered("fine");
        }, clock);
        alerts.add(rule("Errored", List.of(webhook("slow", "https://slow.example/a").id(), webhook("ops", HOOK).id())));
        look(Status.ONLINE);
        look(Status.ERRORED);

        await().until(() -> reached.contains("https://hooks.example/••••"));

        assertThat(reached).doesNotContain("https://slow.example/••••");
        slow.countDown();
        await().until(() -> reached.contains("https://slow.example/••••"));
    }

    @Test
    void whatWasNotSentGoesOnAfterARestartAndNothingIsToldAgain() {
        alerts.add(rule("Errored", List.of(webhook("ops", HOOK).id())));
        outcomes.put("https://hooks.example/••••", new Outcome.Failed("it can't be reached"));
        look(Status.ONLINE);
        look(Status.ERRORED);
        await().until(() -> !alerts.deliveries(1).isEmpty() && alerts.deliveries(1).getFirst().tries() == 1);
        alerts.close();
        outcomes.clear();

        alerts = open();
        clock.pass(Duration.ofMinutes(1));
        look(Status.ERRORED);
        look(Status.ERRORED);

        await().until(() -> alerts.deliveries(5).getFirst().state() == Delivery.State.DELIVERED);
        assertThat(alerts.deliveries(5)).hasSize(1);
        assertThat(alerts.recent(5)).hasSize(1);
    }

    @Test
    void whatWaitsIsBoundedAndTheRestCounted() {
        alerts.add(rule("Errored", List.of(webhook("ops", HOOK).id())));
        outcomes.put("https://hooks.example/••••", new Outcome.Failed("it can't be reached"));
        var many = Bounds.WAITING_FOR_ONE + 50;

        alerts.look(new Sighting(clock.instant(), DaemonState.ONLINE,
                IntStream.range(0, many).mapToObj(i -> process(i, Status.ERRORED)).toList()));

        assertThat(alerts.leftOut()).isEqualTo(50);
        assertThat(alerts.deliveries(many)).filteredOn(it -> it.detail().equals("too many messages were waiting already"))
                .hasSize(50);
    }

    @Test
    void secretsStayOnlyWhileTheHostDoes() {
        var channel = alerts.add(ChannelKind.WEBHOOK, change("ops", HOOK, Optional.of("Bearer SECRET-TOKEN")));

        var renamed = alerts.change(channel.id(), new ChannelChange(Optional.of("operations"), Optional.empty(),
                Optional.of(Shape.SLACK), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty()));
        var moved = alerts.change(channel.id(), url("https://hooks.example/other"));

        assertThat(((Destination.Webhook) renamed.destination()).address().text()).isEqualTo(HOOK);
        assertThat(((Destination.Webhook) moved.destination()).authorization()).contains(new Secret("Bearer SECRET-TOKEN"));
        for (var elsewhere : List.of("https://evil.example/", "http://hooks.example/", "https://hooks.example:8443/")) {
            assertThatThrownBy(() -> alerts.change(channel.id(), url(elsewhere))).isInstanceOf(AlertException.class)
                    .hasMessageContaining("authorization").hasMessageNotContaining("SECRET");
        }
        assertThat(alerts.change(channel.id(), change("ops", "https://evil.example/", Optional.of(""))).destination().shown())
                .isEqualTo("https://evil.example");
    }

    @Test
    void topicAndTokenStayOnlyWhileTheServerDoes() {
        var channel = alerts.add(ChannelKind.NTFY, ntfy("https://ntfy.example", Optional.of("SECRET-topic"),
                Optional.of("SECRET-token")));

        assertThat(channel.destination().shown()).isEqualTo("https://ntfy.example/••••");
        assertThatThrownBy(() -> alerts.change(channel.id(),
                ntfy("https://evil.example", Optional.empty(), Optional.empty())))
                .hasMessageContaining("topic").hasMessageContaining("token").hasMessageNotContaining("SECRET");
    }

    @Test
    void nothingSaysASecret() {
        var channel = alerts.add(ChannelKind.WEBHOOK, change("ops", HOOK, Optional.of("Bearer SECRET-TOKEN")));
        var other = alerts.add(ChannelKind.NTFY, ntfy("https://ntfy.example", Optional.of("SECRET-topic"),
                Optional.of("SECRET-token")));

        assertThat(channel.toString() + other + channel.destination().shown() + change("x", HOOK, Optional.of("SECRET")))
                .doesNotContain("SECRET");
    }

    @Test
    void channelInUseIsNotRemoved() {
        var ops = webhook("ops", HOOK);
        var rule = alerts.add(rule("Errored", List.of(ops.id())));

        assertThatThrownBy(() -> alerts.removeChannel(ops.id())).hasMessageContaining("\"Errored\"");

        alerts.removeRule(rule.id());
        alerts.removeChannel(ops.id());
        assertThat(alerts.channels()).isEmpty();
    }

    @Test
    void mailNeedsAMailServer() {
        assertThatThrownBy(() -> alerts.add(ChannelKind.EMAIL, new ChannelChange(Optional.of("team"), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(List.of("ops@example.org"))))).hasMessageContaining("quarkus.mailer.from");
    }

    @Test
    void rulesAndChannelsAreBoundedAndNamedOnce() {
        for (var i = 0; i < Bounds.CHANNELS; i++) {
            webhook("channel " + i, HOOK);
        }
        assertThatThrownBy(() -> webhook("one more", HOOK)).hasMessageContaining("the most");
        for (var i = 0; i < Bounds.RULES; i++) {
            alerts.add(rule("rule " + i, List.of()));
        }
        assertThatThrownBy(() -> alerts.add(rule("one more", List.of()))).hasMessageContaining("the most");
        alerts.removeRule(1);
        assertThatThrownBy(() -> alerts.add(rule("RULE 5", List.of()))).hasMessageContaining("already");
        assertThatThrownBy(() -> alerts.add(rule("x", List.of(99L)))).hasMessageContaining("channels[0]");
    }

    @Test
    void testsAreSentAtOnceAndNotTooOften() {
        var ops = webhook("ops", HOOK);

        var tested = alerts.test(ops.id(), "ada");

        assertThat(tested.delivered()).isTrue();
        assertThat(sent.getFirst()).contains("sent by ada");
        for (var i = 0; i < 9; i++) {
            alerts.test(ops.id(), "ada");
        }
        assertThatThrownBy(() -> alerts.test(ops.id(), "ada")).hasMessageContaining("too many tests");
        clock.pass(Duration.ofMinutes(1));
        assertThat(alerts.test(ops.id(), "ada").delivered()).isTrue();
    }

    @Test
    void namesOfProcessesAreNothingButText() {
        var hostile = new Subject(1, "<@everyone> @here <!channel> [x](http://evil) `a` **b**\n\u202e" + "\"}", "default");
        var bodies = new MessageBodies("host", Optional.empty());
        var message = new AlertMessage(AlertMessage.Type.ALERT, "Rule", "status is errored", Optional.of(hostile),
                hostile.words() + ": status is errored", "errored", BEGIN, BEGIN);

        var slack = new String(bodies.webhook(Shape.SLACK, message), StandardCharsets.UTF_8);
        var discord = new String(bodies.webhook(Shape.DISCORD, message), StandardCharsets.UTF_8);
        var json = new String(bodies.webhook(Shape.JSON, message), StandardCharsets.UTF_8);

        assertThat(slack).doesNotContain("<").contains("&lt;!channel&gt;").contains("\"link_names\":false");
        assertThat(discord).contains("\"allowed_mentions\":{\"parse\":[]}").contains("\\\\<\\\\@everyone\\\\>")
                .doesNotContain("](http");
        assertThat(json).contains("\"type\":\"alert\"").contains("\"console\":{\"host\":\"host\",\"url\":null}")
                .contains("\"since\":\"2026-11-27T10:00:00Z\"");
        assertThat(bodies.title(message)).doesNotContain("\n");
    }

    private Alerts open() {
        return TestAlerts.open(tables, (to, message) -> {
            sent.add(message.type().wire() + " " + message.text() + " to " + to.shown());
            return outcomes.getOrDefault(to.shown(), new Outcome.Delivered("fine"));
        }, clock);
    }

    private void look(Status status) {
        clock.pass(Duration.ofSeconds(1));
        alerts.look(new Sighting(clock.instant(), DaemonState.ONLINE, List.of(process(1, status))));
    }

    private static Watched process(int id, Status status) {
        return new Watched(new Subject(id, "api", "default"), false, status, 0, 0, Optional.empty(), Duration.ofSeconds(1),
                Optional.of(BEGIN),
                OptionalDouble.empty(), OptionalLong.empty(), Optional.empty());
    }

    private Channel webhook(String name, String url) {
        return alerts.add(ChannelKind.WEBHOOK, change(name, url, Optional.empty()));
    }

    private static ChannelChange url(String url) {
        return new ChannelChange(Optional.empty(), Optional.of(new Secret(url)), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ChannelChange change(String name, String url, Optional<String> authorization) {
        return new ChannelChange(Optional.of(name), Optional.of(new Secret(url)), Optional.empty(),
                authorization.map(Secret::new), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ChannelChange ntfy(String server, Optional<String> topic, Optional<String> token) {
        return new ChannelChange(Optional.of("phone"), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(server), topic.map(Secret::new), token.map(Secret::new), Optional.empty());
    }

    private static RuleChange rule(String name, List<Long> channels) {
        return new RuleChange(Optional.of(name), Optional.empty(), Optional.of(new Condition.InStatus(Status.ERRORED)),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(channels), Optional.empty());
    }
}
