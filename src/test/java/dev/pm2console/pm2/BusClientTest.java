package dev.pm2console.pm2;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.pm2.wire.AmpReader;
import dev.pm2console.pm2.wire.BusMessage;
import dev.pm2console.pm2.wire.JsonBytes;
import dev.pm2console.process.DaemonFailure.Unreachable;
import dev.pm2console.process.LogChunk;
import dev.pm2console.testsupport.Bytes;
import dev.pm2console.testsupport.FakePm2Daemon;
import dev.pm2console.testsupport.Patience;

@Timeout(180)
class BusClientTest {

    private static final Set<String> LOGS = Set.of(BusPayloads.LOG_OUT);
    private static final long MUCH = 64 << 20;

    /// What the listener heard: `connected`, or the state and the reason.
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final FakePm2Daemon daemon = FakePm2Daemon.start();
    private final BusClient bus = new BusClient(daemon.pubSocket(), AmpReader.DEFAULT_LIMIT, new BusListener() {
        @Override
        public void connected() {
            heard.add("connected");
        }

        @Override
        public void disconnected(Unreachable why) {
            heard.add(why.state() + " " + why.reason());
        }
    });

    @AfterEach
    void end() {
        bus.close();
        daemon.close();
    }

    @Test
    void messagesComeInOrder() throws InterruptedException {
        var logs = bus.subscribe(LOGS, 1000, MUCH);
        connect();

        IntStream.range(0, 1000).forEach(i -> daemon.publish("log:out", Map.of("n", i)));

        for (var i = 0; i < 1000; i++) {
            assertThat(next(logs)).isEqualTo(log("{\"n\":" + i + "}"));
        }
    }

    @Test
    void subscriptionsGetTheirOwnTopicsOnly() throws InterruptedException {
        var logs = bus.subscribe(LOGS, 10, MUCH);
        var all = bus.subscribe(Set.of("log:out", "process:event"), 10, MUCH);
        connect();

        daemon.publish("axm:monitor", Map.of());
        daemon.publish("process:event", Map.of());
        daemon.publish("log:out", Map.of());

        assertThat(next(logs).topic()).isEqualTo("log:out");
        assertThat(next(all).topic()).isEqualTo("process:event");
        assertThat(next(all).topic()).isEqualTo("log:out");
    }

    @Test
    void fullQueueCountsWhatItLeavesOutAndHoldsUpNobody() throws InterruptedException {
        var idle = bus.subscribe(LOGS, 10, MUCH);
        var events = bus.subscribe(Set.of("process:event"), 10, MUCH);
        connect();
        var line = Map.of("data", "x".repeat(60_000));

        IntStream.range(0, 100).forEach(_ -> daemon.publish("log:out", line)); // more than the socket holds
        daemon.publish("process:event", Map.of());

        assertThat(next(events).topic()).isEqualTo("process:event");
        assertThat(idle.skipped()).isEqualTo(90);
        assertThat(events.skipped()).isZero();
    }

    @Test
    void roomIsBoundedInBytesToo() throws InterruptedException {
        var small = bus.subscribe(LOGS, 10, 30);
        var end = bus.subscribe(Set.of("end"), 1, MUCH);
        connect();

        daemon.publish("log:out", "x".repeat(18)); // 20 bytes with its quotes
        daemon.publish("log:out", "y".repeat(18));
        daemon.publish("log:out", "z".repeat(8));
        daemon.publish("end", Map.of());
        next(end);

        assertThat(small.skipped()).isEqualTo(1);
        assertThat(next(small)).isEqualTo(log("\"" + "x".repeat(18) + "\""));
        assertThat(next(small)).isEqualTo(log("\"" + "z".repeat(8) + "\""));
    }

    @Test
    void takenMessagesMakeRoom() throws InterruptedException {
        var one = bus.subscribe(LOGS, 1, 10);
        connect();

        for (var i = 0; i < 5; i++) {
            daemon.publish("log:out", "12345678");
            next(one);
        }

        assertThat(one.skipped()).isZero();
    }

    @Test
    void characterSplitAcrossReadsIsWhole() throws InterruptedException {
        var logs = bus.subscribe(LOGS, 10, MUCH);
        connect();
        var payload = "{\"process\":{\"pm_id\":1,\"name\":\"web\"},\"at\":5,\"data\":\"grüße 👋\"}";

        for (var each : Bytes.of(log(payload).toMessage().toBuffer())) {
            daemon.publishBytes(ByteBuffer.wrap(new byte[] { each }));
        }

        assertThat(new BusPayloads().logChunk(next(logs))).map(LogChunk::data).contains("grüße 👋");
    }

    @Test
    void daemonThatRestartsIsHeardAgain() throws InterruptedException {
        var logs = bus.subscribe(LOGS, 10, MUCH);
        connect();
        daemon.stop();
        await().until(() -> heard.getLast().contains("there is no"));

        daemon.restart();

        await().until(() -> daemon.busConnections() == 1);
        daemon.publish("log:out", Map.of());
        assertThat(next(logs).topic()).isEqualTo("log:out");
        assertThat(heard).startsWith("connected").endsWith("connected")
                .contains("down no PM2 daemon runs: there is no " + daemon.pubSocket());
    }

    @Test
    void daemonThatStartsLaterIsHeard() {
        daemon.stop();
        bus.start();
        await().until(() -> heard.size() == 1);

        daemon.restart();

        await().until(() -> daemon.busConnections() == 1);
    }

    @Test
    void absentDaemonIsToldOnce() {
        daemon.stop();
        bus.start();

        await().until(() -> heard.size() == 1);
        await().during(BusClient.FIRST_WAIT.multipliedBy(4)).until(() -> heard.size() == 1);

        assertThat(heard).containsExactly("down no PM2 daemon runs: there is no " + daemon.pubSocket());
    }

    @Test
    void socketLeftBehindIsDownUntilItIsReplaced() {
        connect();
        daemon.crash();
        await().until(() -> heard.getLast().equals("down no PM2 daemon listens on " + daemon.pubSocket()));

        daemon.restart();

        await().until(() -> heard.getLast().equals("connected"));
    }

    @Test
    void listenersFailureHarmsNobody() {
        var failing = new BusListener() {
            @Override
            public void connected() {
                throw new IllegalStateException("thrown by a test's listener");
            }

            @Override
            public void disconnected(Unreachable why) {
                throw new IllegalStateException(why.reason());
            }
        };
        try (var other = new BusClient(daemon.pubSocket(), AmpReader.DEFAULT_LIMIT, failing);
                var logs = other.subscribe(LOGS, 10, MUCH)) {
            other.start();
            await().until(() -> daemon.busConnections() == 1);

            daemon.publish("log:out", 1);

            await().until(() -> logs.poll(Patience.LONG).isPresent());
        }
    }

    @Test
    void garbageEndsTheConnectionAndIsTold() {
        connect();

        daemon.publishBytes(ByteBuffer.wrap(Bytes.utf8("HTTP/1.1 400 Bad Request\r\n\r\n")));

        await().until(() -> heard.size() >= 3);
        assertThat(heard.get(1)).startsWith("unreachable").contains(daemon.pubSocket().toString(), "VERSION");
        assertThat(heard.get(2)).isEqualTo("connected");
        await().until(() -> daemon.busConnections() == 1);
    }

    @Test
    void hugeClaimEndsTheConnectionAndIsTold() {
        connect();

        daemon.publishBytes(ByteBuffer.wrap(new byte[] { 0x12, -1, -1, -1, -1 }));

        await().until(() -> heard.size() >= 2);
        assertThat(heard.get(1)).contains("TOO_LARGE");
    }

    @Test
    void unfinishedMessageIsDroppedWithItsConnection() throws InterruptedException {
        var logs = bus.subscribe(LOGS, 10, MUCH);
        connect();
        var half = log("{\"n\":1}").toMessage().toBuffer();
        daemon.publishBytes(half.limit(half.limit() - 3));

        daemon.dropBusConnections();
        await().until(() -> daemon.busConnections() == 1);
        daemon.publish("log:out", Map.of("n", 2));

        assertThat(next(logs)).isEqualTo(log("{\"n\":2}"));
    }

    @Test
    void closedSubscriptionGetsNothingMore() throws InterruptedException {
        var closed = bus.subscribe(LOGS, 10, MUCH);
        var other = bus.subscribe(LOGS, 10, MUCH);
        connect();
        daemon.publish("log:out", 1);
        next(other);
        closed.close();

        daemon.publish("log:out", 2);
        next(other);

        assertThat(closed.take()).contains(log("1"));
        assertThat(closed.take()).isEmpty();
        assertThat(closed.skipped()).isZero();
    }

    @Test
    void closingTheBusEndsEverything() throws InterruptedException {
        var logs = bus.subscribe(LOGS, 10, MUCH);
        connect();
        var ends = new ArrayList<Object>();
        var taker = Thread.startVirtualThread(() -> {
            try {
                ends.add(logs.take());
            } catch (InterruptedException e) {
                ends.add(e);
            }
        });

        bus.close();

        taker.join();
        assertThat(ends).containsExactly(Optional.empty());
        await().until(() -> daemon.busConnections() == 0);
        assertThat(bus.subscribe(LOGS, 10, MUCH).take()).isEmpty();
        assertThat(heard).containsExactly("connected");
    }

    private void connect() {
        bus.start();
        await().until(() -> daemon.busConnections() == 1 && heard.contains("connected"));
    }

    private static BusMessage next(BusSubscription subscription) throws InterruptedException {
        return subscription.poll(Patience.LONG).orElseThrow();
    }

    private static BusMessage log(String json) {
        return new BusMessage("log:out", JsonBytes.of(json));
    }
}
