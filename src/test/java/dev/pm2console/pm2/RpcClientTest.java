package dev.pm2console.pm2;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.core.JsonToken;

import dev.pm2console.pm2.wire.AmpReader;
import dev.pm2console.process.DaemonException;
import dev.pm2console.process.DaemonFailure;
import dev.pm2console.process.DaemonFailure.ConnectionLost;
import dev.pm2console.process.DaemonFailure.Refused;
import dev.pm2console.process.DaemonFailure.TimedOut;
import dev.pm2console.process.DaemonFailure.Unreachable;
import dev.pm2console.process.DaemonState;
import dev.pm2console.testsupport.Bytes;
import dev.pm2console.testsupport.FakePm2Daemon;
import dev.pm2console.testsupport.FakePm2Daemon.Call;
import dev.pm2console.testsupport.Patience;

@Timeout(180)
class RpcClientTest {

    private static final Duration LONG = Patience.LONG;
    private static final Duration SHORT = Duration.ofMillis(100);

    private final FakePm2Daemon daemon = FakePm2Daemon.start();
    private final RpcClient client = new RpcClient(daemon.rpcSocket(), LONG, 1 << 20);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        client.close();
        daemon.close();
        callers.close();
    }

    @Test
    void resultIsTakenByItsTokens() {
        daemon.on("getMonitorData", call -> call.reply(List.of(Map.of("pm_id", 0), Map.of("pm_id", 7))));

        var ids = client.call("getMonitorData", parser -> {
            var found = new ArrayList<Integer>();
            assertThat(parser.currentToken()).isEqualTo(JsonToken.START_ARRAY);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                parser.nextFieldName();
                found.add(parser.nextIntValue(-1));
                parser.nextToken();
            }
            return found;
        }, Map.of());

        assertThat(ids).containsExactly(0, 7);
    }

    @Test
    void argumentsArriveAsTheyWereSent() {
        daemon.on("sendLineToStdin", call -> call.reply());

        client.call("sendLineToStdin", RpcResult.text(), Map.of("pm_id", 3, "line", "grüße\n"));

        assertThat(daemon.calls()).singleElement().extracting(Call::args)
                .isEqualTo(List.of(Map.of("pm_id", 3, "line", "grüße\n")));
    }

    @Test
    void callsShareOneConnection() {
        daemon.on("ping", call -> call.reply("pong"));

        client.call("ping", RpcResult.text(), Map.of());
        client.call("ping", RpcResult.text(), Map.of());

        assertThat(daemon.rpcConnections()).isEqualTo(1);
    }

    @Test
    void repliesOutOfOrderReachTheirCallers() throws Exception {
        var held = new ConcurrentLinkedQueue<Call>();
        daemon.on("echo", held::add);
        var first = echo("first");
        await().until(() -> held.size() == 1);
        var second = echo("second");
        await().until(() -> held.size() == 2);

        for (var call : held.stream().toList().reversed()) {
            call.reply(call.args().getFirst());
        }

        assertThat(first.get()).isEqualTo("first");
        assertThat(second.get()).isEqualTo("second");
    }

    @Test
    void hundredCallersAtOnceEachGetTheirOwnAnswer() throws Exception {
        daemon.on("echo", call -> callers.execute(() -> call.reply(call.args().getFirst())));
        var answers = new ArrayList<Future<String>>();

        for (var i = 0; i < 100; i++) {
            answers.add(echo("n" + i));
        }

        for (var i = 0; i < 100; i++) {
            assertThat(answers.get(i).get()).isEqualTo("n" + i);
        }
        assertThat(daemon.rpcConnections()).isEqualTo(1);
    }

    @Test
    void errorReplyIsARefusal() {
        daemon.on("stopProcessId", call -> call.error("process id unknown"));

        assertThat(failureOf(client, "stopProcessId")).isEqualTo(new Refused("stopProcessId", "process id unknown"));
    }

    @Test
    void deadlineIsKept() {
        daemon.on("hang", call -> {
        });

        var failure = failure(() -> client.call(SHORT, "hang", RpcResult.text(), Map.of()));

        assertThat(failure).isEqualTo(new TimedOut("hang", SHORT));
    }

    @Test
    void slowCallFailsNoOtherAndLeavesNoConnectionBehind() throws Exception {
        var held = new ConcurrentLinkedQueue<Call>();
        daemon.on("hang", call -> {
        });
        daemon.on("echo", held::add);
        daemon.on("ping", call -> call.reply("pong"));
        var slow = echo("still answered");
        await().until(() -> held.size() == 1);

        failure(() -> client.call(SHORT, "hang", RpcResult.text(), Map.of()));

        assertThat(client.call("ping", RpcResult.text(), Map.of())).isEqualTo("pong");
        assertThat(client.connections()).as("the retired one and its successor").isEqualTo(2);
        held.remove().reply("still answered");
        assertThat(slow.get()).isEqualTo("still answered");
        await().until(() -> client.connections() == 1 && daemon.rpcConnections() == 1);
    }

    @Test
    void whatIsOnlyToldKeepsNoConnectionOpen() {
        daemon.on("notifyKillPM2", call -> {
        });
        daemon.on("hang", call -> {
        });
        client.tell("notifyKillPM2", Map.of());

        failure(() -> client.call(SHORT, "hang", RpcResult.text(), Map.of()));

        await().until(() -> client.connections() == 0 && daemon.rpcConnections() == 0);
    }

    @Test
    void lateReplyIsIgnored() {
        var held = new ConcurrentLinkedQueue<Call>();
        daemon.on("slow", held::add);
        daemon.on("echo", call -> {
            held.forEach(late -> late.reply("late"));
            call.reply(call.args().getFirst());
        });
        failure(() -> client.call(SHORT, "slow", RpcResult.text(), Map.of()));

        assertThat(client.call("echo", RpcResult.text(), "mine")).isEqualTo("mine");
    }

    @Test
    void strayReplyIsIgnored() {
        daemon.on("echo", call -> {
            call.send(ByteBuffer.wrap(Bytes.resource("frames/getVersion.reply.bin")));
            call.reply("once");
            call.reply("twice");
        });

        assertThat(List.of(text("echo"), text("echo"), text("echo"))).contains("once").doesNotContain("twice");
    }

    @Test
    void lostConnectionFailsAllCallsInFlightAtOnce() throws Exception {
        daemon.on("hang", call -> {
        });
        var waiting = new ArrayList<Future<DaemonFailure>>();
        for (var i = 0; i < 10; i++) {
            waiting.add(callers.submit(() -> failureOf(client, "hang")));
        }
        await().until(() -> daemon.calls().size() == 10);
        var before = System.nanoTime();

        daemon.dropRpcConnections();

        for (var call : waiting) {
            assertThat(call.get()).isEqualTo(new ConnectionLost("hang"));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LONG.dividedBy(4));
        await().until(() -> client.connections() == 0);
    }

    @Test
    void whatWasSaidBeforeHangingUpIsHeard() {
        daemon.on("killMe", call -> {
            call.reply("bye");
            call.hangUp();
        });

        assertThat(text("killMe")).isEqualTo("bye");
    }

    @Test
    void nextCallConnectsAnewAfterARestart() {
        daemon.on("ping", call -> call.reply("pong"));
        text("ping");
        daemon.stop();
        await().until(() -> client.connections() == 0);
        assertThat(failureOf(client, "ping")).isEqualTo(new Unreachable(
                "no PM2 daemon runs: there is no " + daemon.rpcSocket(), DaemonState.DOWN));

        daemon.restart();

        assertThat(text("ping")).isEqualTo("pong");
    }

    @Test
    void socketThatNobodyListensOnIsDown() {
        daemon.crash();

        assertThat(failureOf(client, "ping")).isEqualTo(new Unreachable(
                "no PM2 daemon listens on " + daemon.rpcSocket(), DaemonState.DOWN));
    }

    @Test
    void deniedPermissionIsUnreachable() throws IOException {
        assumeThat(System.getProperty("user.name")).as("root may do anything").isNotEqualTo("root");
        Files.setPosixFilePermissions(daemon.rpcSocket(), PosixFilePermissions.fromString("---------"));

        assertThat(failureOf(client, "ping")).isInstanceOfSatisfying(Unreachable.class,
                failure -> assertThat(failure.state()).isEqualTo(DaemonState.UNREACHABLE));
    }

    @Test
    void pathThatIsTooLongIsUnreachable() {
        try (var unusable = client(Path.of("/tmp/" + "x".repeat(200)))) {
            assertThat(failureOf(unusable, "ping")).isInstanceOf(Unreachable.class);
        }
    }

    @Test
    void garbageEndsTheConnectionWithAClearReason() {
        daemon.on("getReport", call -> call.send(ByteBuffer.wrap(Bytes.utf8("HTTP/1.1 400 Bad Request\r\n\r\n"))));

        var failure = failureOf(client, "getReport");

        assertThat(failure).isInstanceOfSatisfying(Unreachable.class,
                unreachable -> assertThat(unreachable.state()).isEqualTo(DaemonState.UNREACHABLE));
        assertThat(failure.message()).contains(daemon.rpcSocket().toString(), "VERSION", "getReport");
        await().until(() -> daemon.rpcConnections() == 0);
    }

    @Test
    void hugeClaimIsRefused() {
        daemon.on("getReport", call -> call.send(ByteBuffer.wrap(new byte[] { 0x12, -1, -1, -1, -1 })));

        assertThat(failureOf(client, "getReport").message()).contains("TOO_LARGE");
    }

    @Test
    void brokenResultFailsItsOwnCallOnly() {
        daemon.on("getReport", call -> call.body("{\"args\":[hush]}"));
        daemon.on("ping", call -> call.reply("pong"));

        var failure = failureOf(client, "getReport");

        assertThat(failure).isInstanceOf(Unreachable.class);
        assertThat(failure.message()).contains("getReport").doesNotContain("hush");
        assertThat(text("ping")).isEqualTo("pong");
        assertThat(daemon.rpcConnections()).isEqualTo(1);
    }

    @Test
    void unfinishedReplyIsALostConnection() {
        daemon.on("getReport", call -> {
            call.send(ByteBuffer.wrap(new byte[] { 0x12, 0, 0, 0, 9, 'j', ':' }));
            call.hangUp();
        });

        assertThat(failureOf(client, "getReport")).isEqualTo(new ConnectionLost("getReport"));
    }

    @Test
    void daemonThatNeverReadsCostsNobodyMoreThanTheirDeadline() throws Exception {
        daemon.stopReading();
        var waiting = new ArrayList<Future<DaemonFailure>>();
        var large = "x".repeat(400_000); // more than a socket takes in

        for (var i = 0; i < 8; i++) {
            waiting.add(callers.submit(
                    () -> failure(() -> client.call(SHORT, "sendLineToStdin", RpcResult.text(), large))));
        }

        for (var call : waiting) {
            assertThat(call.get()).isEqualTo(new TimedOut("sendLineToStdin", SHORT));
        }
        await().until(() -> client.connections() == 0);
    }

    @Test
    void callNotYetWrittenAtItsDeadlineIsNeverWritten() throws Exception {
        var entered = new AtomicBoolean();
        var gate = new Object();
        daemon.on("block", call -> {
            entered.set(true);
            synchronized (gate) {
                call.reply();
            }
        });
        daemon.on("after", call -> call.reply());
        Future<String> blocked;
        Future<String> stuck;
        synchronized (gate) { // the fake reads no further request meanwhile
            blocked = callers.submit(() -> text("block"));
            await().untilTrue(entered);
            stuck = callers.submit(() -> client.call("after", RpcResult.text(), "x".repeat(2_000_000)));
            await().until(() -> client.inFlight() == 2);
            failure(() -> client.call(SHORT, "restartProcessId", RpcResult.text(), Map.of("id", 1)));
        }

        blocked.get();
        stuck.get();
        await().until(() -> client.connections() == 0);

        assertThat(daemon.calls()).extracting(Call::method).containsExactly("block", "after");
    }

    @Test
    void interruptedCallerStopsWaitingAndStaysInterrupted() throws Exception {
        daemon.on("hang", call -> {
        });
        daemon.on("ping", call -> call.reply("pong"));
        var interrupted = new AtomicBoolean();
        var failures = new ConcurrentLinkedQueue<DaemonFailure>();
        var caller = Thread.startVirtualThread(() -> {
            failures.add(failureOf(client, "hang"));
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        await().until(() -> daemon.calls().size() == 1);

        caller.interrupt();

        caller.join();
        assertThat(failures).singleElement().isInstanceOf(TimedOut.class);
        assertThat(interrupted).isTrue();
        assertThat(text("ping")).isEqualTo("pong");
        assertThat(client.connections()).isEqualTo(1);
    }

    @Test
    void closingFailsWhatIsInFlightAndAllThatComes() throws Exception {
        daemon.on("hang", call -> {
        });
        var waiting = callers.submit(() -> failureOf(client, "hang"));
        await().until(() -> daemon.calls().size() == 1);

        client.close();

        assertThat(waiting.get()).isEqualTo(new ConnectionLost("hang"));
        assertThat(failureOf(client, "ping")).isInstanceOf(Unreachable.class);
        await().until(() -> daemon.rpcConnections() == 0);
    }

    @Test
    void everyCallEndsWhileTheDaemonComesAndGoes() throws Exception {
        daemon.on("echo", call -> call.reply(call.args().getFirst()));
        var answered = new AtomicInteger();
        var waiting = new ArrayList<Future<Optional<DaemonFailure>>>();
        for (var i = 0; i < 20; i++) {
            waiting.add(callers.submit(() -> {
                for (var n = 0; n < 50; n++) {
                    try {
                        assertThat(client.call("echo", RpcResult.text(), "n" + n)).isEqualTo("n" + n);
                        answered.incrementAndGet();
                    } catch (DaemonException e) {
                        if (!(e.failure() instanceof ConnectionLost || e.failure() instanceof Unreachable)) {
                            return Optional.of(e.failure());
                        }
                    }
                }
                return Optional.empty();
            }));
        }

        for (var i = 1; i <= 5; i++) {
            var sofar = 100 * i;
            await().pollInterval(Duration.ofMillis(1)).until(() -> answered.get() >= sofar);
            daemon.dropRpcConnections();
        }

        for (var caller : waiting) {
            assertThat(caller.get()).isEmpty();
        }
        assertThat(answered).hasPositiveValue();
    }

    private RpcClient client(Path socket) {
        return new RpcClient(socket, LONG, AmpReader.DEFAULT_LIMIT);
    }

    private String text(String method) {
        return client.call(method, RpcResult.text(), Map.of());
    }

    private Future<String> echo(String text) {
        return callers.submit(() -> client.call("echo", RpcResult.text(), text));
    }

    private static DaemonFailure failureOf(RpcClient client, String method) {
        return failure(() -> client.call(method, RpcResult.text(), Map.of()));
    }

    private static DaemonFailure failure(Runnable call) {
        try {
            call.run();
        } catch (DaemonException e) {
            return e.failure();
        }
        throw new AssertionError("the call did not fail");
    }
}
