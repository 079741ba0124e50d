package dev.pm2console.pm2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
import dev.pm2console.testsupport.Records;

/// What the console knows of a daemon, seen through the opened home.
@Timeout(30)
class DaemonWatchTest {

    private final FakePm2Daemon daemon = FakePm2Daemon.stopped();
    private final AtomicInteger loads = new AtomicInteger();
    private final Pm2 pm2 = new Pm2(new Pm2.Settings(daemon.home(), Optional.empty(), Duration.ofMillis(500), Map.of(),
            daemon.home()));
    private final ProcessManager manager = pm2.manager();
    private final List<DaemonState> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void begin() {
        daemon.on("getReport", call -> call.reply(Records.report("7.0.4")));
        list(List.of(Records.entry(0, "web", "online", Map.of())));
        manager.listen(new DaemonListener() {
            @Override
            public void daemonChanged(DaemonStatus status) {
                told.add(status.state());
            }

            @Override
            public void processEvent(ProcessEvent event) {
                // not looked at here
            }

            @Override
            public void listChanged() {
                // not looked at here
            }
        });
    }

    @AfterEach
    void end() {
        pm2.close();
        daemon.close();
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

        assertThat(told).first().isEqualTo(DaemonState.ONLINE);
        assertThat(told).last().isEqualTo(DaemonState.ONLINE);
        assertThat(told).contains(DaemonState.DOWN);
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
        var before = loads.get();

        for (var i = 0; i < 200; i++) {
            daemon.publish("process:event", Map.of("event", "online", "at", System.currentTimeMillis(), "process",
                    Map.of("pm_id", 0, "name", "web", "status", "online", "restart_time", i)));
        }

        await().until(() -> manager.known().getFirst().restarts() == 0); // loaded again
        assertThat(loads.get() - before).isBetween(1, 20);
    }

    @Test
    void silentDaemonIsUnreachableAndIsAskedNothingMore() {
        online();
        daemon.on("getMonitorData", call -> {
            // silence
        });

        assertThatThrownBy(manager::refresh).isInstanceOf(DaemonException.class);

        awaitState(DaemonState.UNREACHABLE);
        var asked = loadsAsked();
        assertThatThrownBy(manager::refresh).isInstanceOf(DaemonException.class);
        assertThat(loadsAsked()).isEqualTo(asked);
    }

    @Test
    void whoWaitsForALoadThatFailsDoesNotWaitForAnother() {
        online();
        daemon.on("getMonitorData", call -> {
            // silence
        });
        var asked = loadsAsked();

        var waiting = IntStream.range(0, 10)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> outcome(manager), Thread::startVirtualThread)).toList();

        assertThat(waiting.stream().map(CompletableFuture::join)).doesNotContain("went well");
        assertThat(loadsAsked() - asked).isLessThanOrEqualTo(2); // the watch's own may be another
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
