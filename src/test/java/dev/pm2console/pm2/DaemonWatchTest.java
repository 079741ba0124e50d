package dev.pm2console.pm2;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.process.DaemonException;
import dev.pm2console.process.DaemonListener;
import dev.pm2console.process.DaemonState;
import dev.pm2console.process.DaemonStatus;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessEvent;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.Status;
import dev.pm2console.testsupport.FakePm2Daemon;
import dev.pm2console.testsupport.FakePm2Daemon.Call;
import dev.pm2console.testsupport.Patience;
import dev.pm2console.testsupport.Records;

/// What the console knows of a daemon, seen through the opened home.
@Timeout(180)
class DaemonWatchTest {

    /// A load after an event is no sooner.
    private static final Duration SETTLE = Duration.ofMillis(50);

    private final FakePm2Daemon daemon = FakePm2Daemon.stopped();
    private final AtomicInteger loads = new AtomicInteger();
    private final AtomicInteger events = new AtomicInteger();
    private final List<DaemonState> told = new CopyOnWriteArrayList<>();
    private Pm2 pm2;
    private ProcessManager manager;

    @BeforeEach
    void begin() {
        daemon.on("getReport", call -> call.reply(Records.report("7.0.4")));
        list(List.of(Records.entry(0, "web", "online", Map.of())));
        open(Patience.LONG);
    }

    @AfterEach
    void end() {
        pm2.close();
        daemon.close();
    }

    /// @param deadline for what the daemon is asked
    private void open(Duration deadline) {
        pm2 = new Pm2(new Pm2.Settings(daemon.home(), Optional.empty(), deadline, Map.of(), daemon.home()));
        manager = pm2.manager();
        manager.listen(new DaemonListener() {
            @Override
            public void daemonChanged(DaemonStatus status) {
                told.add(status.state());
            }

            @Override
            public void processEvent(ProcessEvent event) {
                events.incrementAndGet();
            }

            @Override
            public void listChanged() {
                // not looked at here
            }
        });
    }

    /// For a daemon that will be silent.
    private void reopen() {
        pm2.close();
        open(Duration.ofSeconds(1));
    }

    @Test
    void nothingIsKnownOfADaemonThatIsNotThere() {
        assertThat(manager.daemon().state()).isEqualTo(DaemonState.DOWN);
        assertThat(manager.daemon().pid()).isEmpty();
        assertThat(manager.known()).isEmpty();
        assertThatThrownBy(manager::processes).isInstanceOf(DaemonException.class);
    }

    @Test
    void listIsLoadedWhenTheDaemonComes() {
        daemon.restart();

        awaitState(DaemonState.ONLINE);
        await().until(() -> manager.known().size(), Integer.valueOf(1)::equals);
        assertThat(manager.daemon().version()).contains("7.0.4");
        assertThat(manager.daemon().node()).contains("20.1.0");
        assertThat(manager.daemon().toString()).doesNotContain("the marker");
    }

    @Test
    void itsEndAndItsReturnAreToldSoon() {
        online();

        daemon.stop();
        awaitState(DaemonState.DOWN);
        assertThat(manager.known()).isEmpty();
        assertThat(manager.remembered()).hasSize(1);
        daemon.restart();
        awaitState(DaemonState.ONLINE);

        // unreachable may come in between: a load that was under way lost its connection
        await().untilAsserted(() -> assertThat(told).startsWith(DaemonState.ONLINE).contains(DaemonState.DOWN)
                .endsWith(DaemonState.ONLINE));
    }

    @Test
    void eventsChangeTheListBeforeItIsLoadedAgain() {
        online();
        await().until(() -> daemon.busConnections() > 0);
        daemon.on("getMonitorData", call -> {
            // does not answer: what is seen comes from the event
        });

        daemon.publish("process:event", Map.of("event", "exit", "at", System.currentTimeMillis(), "manually", true, "process",
                Map.of("pm_id", 0, "name", "web", "status", "stopped", "restart_time", 4)));

        await().until(() -> manager.remembered().getFirst().status() == Status.STOPPED);
        assertThat(manager.remembered().getFirst().restarts()).isEqualTo(4);
    }

    @Test
    void burstOfEventsCostsFewLoads() {
        online();
        await().until(() -> daemon.busConnections() > 0);
        list(List.of(Records.entry(0, "web", "online", Map.of("restart_time", 1000))));
        var before = loads.get();
        var began = System.nanoTime();

        for (var i = 0; i < 200; i++) {
            daemon.publish("process:event", Map.of("event", "online", "at", System.currentTimeMillis(), "process",
                    Map.of("pm_id", 0, "name", "web", "status", "online", "restart_time", i)));
        }

        await().until(() -> events.get() == 200);
        await().until(() -> manager.known().getFirst().restarts() == 1000); // loaded again
        assertThat(loads.get() - before).isBetween(1, 2 + (int) ((System.nanoTime() - began) / SETTLE.toNanos()));
    }

    @Test
    void silentDaemonIsUnreachableAndIsAskedNothingMore() {
        reopen();
        online();
        daemon.on("getMonitorData", call -> {
            // silence
        });

        assertThatThrownBy(manager::refresh).isInstanceOf(DaemonException.class);

        awaitState(DaemonState.UNREACHABLE);
        var asked = loadsAsked();
        var began = System.nanoTime();
        for (var i = 0; i < 100; i++) {
            assertThatThrownBy(manager::refresh).isInstanceOf(DaemonException.class);
        }
        // but by the watch, once a second
        assertThat(loadsAsked() - asked).isLessThanOrEqualTo(1 + Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    @Test
    void whoWaitsForALoadThatFailsDoesNotWaitForAnother() {
        reopen();
        online();
        daemon.on("getMonitorData", call -> {
            // silence
        });
        var asked = loadsAsked();

        var waiting = IntStream.range(0, 10)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> outcome(manager), Thread::startVirtualThread)).toList();

        assertThat(waiting.stream().map(CompletableFuture::join)).doesNotContain("went well");
        assertThat(loadsAsked() - asked).isLessThan(5); // some may be the watch's own
    }

    @Test
    void answerThatMakesNoSenseDoesNotEndTheWatch() {
        online();
        daemon.on("getMonitorData", call -> call.reply("nonsense"));
        assertThatThrownBy(manager::refresh).isInstanceOf(DaemonException.class);
        awaitState(DaemonState.UNREACHABLE);

        list(List.of(Records.entry(5, "again", "online", Map.of())));

        awaitState(DaemonState.ONLINE);
        await().until(() -> manager.known().stream().map(ManagedProcess::name).toList(), List.of("again")::equals);
    }

    @Test
    void fiveHundredProcessesAreListed() {
        var many = Records.list(500);
        daemon.on("getMonitorData", call -> call.reply(many));
        daemon.restart();

        awaitState(DaemonState.ONLINE);

        await().until(() -> manager.known().size(), Integer.valueOf(500)::equals);
        assertThat(manager.known().getLast().env().names()).hasSize(60);
        assertThat(manager.known().toString()).doesNotContain("a value of some length");
    }

    private void list(List<Map<String, Object>> records) {
        Consumer<Call> script = call -> {
            loads.incrementAndGet();
            call.reply(records);
        };
        daemon.on("getMonitorData", script);
    }

    private void online() {
        daemon.restart();
        awaitState(DaemonState.ONLINE);
        await().until(() -> manager.known().size(), Integer.valueOf(1)::equals);
    }

    private long loadsAsked() {
        return daemon.calls().stream().filter(call -> call.method().equals("getMonitorData")).count();
    }

    private void awaitState(DaemonState state) {
        await().until(() -> manager.daemon().state() == state);
    }

    private static String outcome(ProcessManager manager) {
        try {
            manager.refresh();
            return "went well";
        } catch (DaemonException e) {
            return e.getMessage();
        }
    }
}
