package dev.pm2console.events;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

import dev.pm2console.process.DaemonNote;
import dev.pm2console.process.DaemonState;
import dev.pm2console.process.DaemonStatus;
import dev.pm2console.process.EnvFingerprint;
import dev.pm2console.process.ExecMode;
import dev.pm2console.process.LogFiles;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessEvent;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Status;
import dev.pm2console.testsupport.TestClock;

/// An engine, and a daemon that says what the test says. Its process 0 is called `web`.
final class World {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final ProcessId WEB = new ProcessId(0);

    final TestClock clock = new TestClock(NOON);
    final List<Event> told = new ArrayList<>();
    final List<Witness.Line> lines = new ArrayList<>();
    private final Map<String, Object> options;
    private List<ManagedProcess> list = List.of();
    private Optional<Instant> run = Optional.of(NOON.minusSeconds(60));
    private int restarts;
    private int unstable;
    final EventEngine engine;

    World() {
        this(Map.of());
    }

    World(Map<String, Object> options) {
        this(options, new Remembered(List.of(), Optional.empty()));
    }

    World(Map<String, Object> options, Recollection recollection) {
        this.options = options;
        engine = new EventEngine(() -> list, new Seeing(), clock, ZoneOffset.UTC, recollection);
        engine.listen(told::add);
    }

    /// What was kept when the console ended last.
    record Remembered(List<Seen> seen, Optional<Instant> daemonSince) implements Recollection {
        @Override
        public long lastNumber() {
            return 0;
        }

        @Override
        public void keep(List<Seen> processes, Optional<Instant> since) {
            // nobody comes after
        }
    }

    private final class Seeing implements Witness {
        @Override
        public OptionalLong memory(ProcessId id) {
            return OptionalLong.of(64 << 20);
        }

        @Override
        public List<Line> errors(ProcessId id, Instant from, Instant to) {
            return lines;
        }
    }

    /// The daemon answers, and runs `web`.
    World online() {
        list(Status.ONLINE);
        engine.daemonChanged(status(DaemonState.ONLINE));
        told.clear();
        return this;
    }

    /// `web` was deleted, a while ago.
    void nothing() {
        list();
        pass(1);
        pass(1_001);
        told.clear();
    }

    void down() {
        list = List.of();
        engine.daemonChanged(status(DaemonState.DOWN));
    }

    void list(Status status) {
        list = List.of(process(WEB, "web", status, restarts));
    }

    void list(ManagedProcess... processes) {
        list = List.of(processes);
    }

    ManagedProcess process(ProcessId id, String name, Status status, int restarts) {
        return new ManagedProcess(id, name, "default", status, OptionalLong.empty(), ExecMode.FORK, restarts, unstable,
                status == Status.ONLINE ? run : Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(),
                Optional.empty(), OptionalInt.empty(), false, 0, 0,
                new LogFiles(Optional.empty(), Optional.empty(), Optional.empty()), options, EnvFingerprint.EMPTY, List.of(),
                List.of());
    }

    void stopping() {
        engine.daemonNote(new DaemonNote.Stopping(clock.instant(), "web", Optional.of(WEB)));
    }

    void exited(int code, String signal) {
        engine.daemonNote(new DaemonNote.Exited(clock.instant(), "web", Optional.of(WEB), code, signal));
    }

    void event(String event) {
        event(event, Status.STOPPED, false);
    }

    void said(String event) {
        event(event, Status.ONLINE, true);
    }

    /// It ends by itself, as PM2 tells it.
    void crash(int code) {
        unstable++;
        exited(code, "SIGINT");
        event("exit");
    }

    /// PM2 ends it and says so twice.
    void ends() {
        stopping();
        exited(0, "SIGINT");
        event("exit", Status.STOPPING, false);
        pass(100);
        event("exit");
    }

    void comesUp() {
        run = Optional.of(clock.instant());
        restarts++;
        event("online", Status.LAUNCHING, false);
        list(Status.ONLINE);
    }

    /// PM2 starts it again, and says nothing.
    void comesUpUnheard() {
        run = Optional.of(clock.instant());
        restarts++;
    }

    void stays(Status status) {
        list(status);
    }

    void stableFrom(int count) {
        unstable = count;
    }

    private void event(String event, Status status, boolean manually) {
        engine.processEvent(new ProcessEvent(event, manually, clock.instant(), Optional.of(WEB), "web", "default",
                Optional.of(status), restarts, unstable, run, OptionalInt.of(0)));
    }

    /// Lets time pass, and the engine look.
    World pass(long millis) {
        clock.pass(Duration.ofMillis(millis));
        engine.settle();
        return this;
    }

    Asked asked(String command, String actor) {
        var asked = new Asked(command, actor, command.equals("scaleProcess") ? Set.of() : Set.of(WEB), Set.of("web"), false,
                command.equals("sendSignal") ? Optional.of("SIGKILL") : Optional.empty(), clock.instant());
        engine.began(asked);
        return asked;
    }

    /// What was told, but for what another event tells more fully.
    List<Event> told() {
        var retold = told.stream().flatMapToLong(it -> it.retells().stream()).boxed().toList();
        return told.stream().filter(it -> !it.aside() && !retold.contains(it.number())).toList();
    }

    Event only() {
        if (told().size() != 1) {
            throw new AssertionError(told().toString());
        }
        return told().getFirst();
    }

    static DaemonStatus status(DaemonState state) {
        return new DaemonStatus(state, state == DaemonState.ONLINE ? "" : "the PM2 daemon closed pub.sock",
                Path.of("/home/.pm2"), OptionalLong.of(1), Optional.of("7.0.4"), Optional.empty(),
                Optional.of(NOON.minusSeconds(3_600)));
    }
}
