package dev.pm2console.events;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.pm2.Pm2;
import dev.pm2console.process.DaemonState;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.testsupport.RealPm2;

/// Every way in which a process ends is told apart, on each PM2 that is supported.
class WhyOnRealPm2Test {

    private final List<Event> told = new CopyOnWriteArrayList<>();
    private RealPm2 real;
    private ProcessManager manager;

    private static final class Blind implements Witness {
        @Override
        public OptionalLong memory(ProcessId id) {
            return OptionalLong.empty();
        }

        @Override
        public List<Line> errors(ProcessId id, Instant from, Instant to) {
            return List.of();
        }
    }

    /// Side by side: most of it is waiting.
    @Test
    @Timeout(300)
    void everyEndHasItsReason() throws Exception {
        try (var versions = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = versions.invokeAll(Stream.of(5, 6, 7).<Callable<Integer>> map(major -> () -> {
                new WhyOnRealPm2Test().everyEndHasItsReason(major);
                return major;
            }).toList());
            for (var run : runs) {
                run.get();
            }
        }
    }

    private void everyEndHasItsReason(int major) throws Exception {
        try (var running = RealPm2.version(major).checkingMemoryEvery(Duration.ofSeconds(2)).startDaemon();
                var pm2 = new Pm2(new Pm2.Settings(running.home(), Optional.of(running.command()), Duration.ofSeconds(30),
                        System.getenv(), Path.of(System.getProperty("user.home"))));
                var engine = new EventEngine(pm2.manager()::known, new Blind(), InstantSource.system(), ZoneId.systemDefault(),
                        new World.Remembered(List.of(), Optional.empty()))) {
            real = running;
            manager = pm2.manager();
            engine.listen(told::add);
            manager.listen(engine);
            await().until(() -> manager.daemon().state() == DaemonState.ONLINE);
            engine.daemonChanged(manager.daemon()); // it may have been there first
            engine.start();

            start("idle", "idle.js", Map.of());
            assertThat(event("idle", EventKind.START).cause()).contains(Cause.PERSON);
            killed();
            byTheCommand();
            stopped();
            gaveUp();
            finished();
            overMemory();
            watched();
            timed();
            manager.kill();
            await().until(() -> told.stream().anyMatch(it -> it.kind() == EventKind.DAEMON_DOWN));
        }
    }

    private void killed() {
        real.signal(ProcessHandle.of(process("idle").pid().orElseThrow()).orElseThrow(), "KILL");

        var restart = event("idle", EventKind.RESTART);
        assertThat(restart.cause()).contains(Cause.SIGNAL);
        assertThat(restart.reason()).contains("killed by SIGKILL");
        assertThat(restart.ending().signal()).contains("SIGKILL");
        assertThat(restart.ending().uptimeMs()).isPresent();
    }

    private void byTheCommand() {
        told.clear();
        real.pm2("restart", "idle");

        var restart = event("idle", EventKind.RESTART);
        assertThat(restart.cause()).contains(Cause.PERSON);
        assertThat(restart.reason()).contains("asked by the pm2 command");
        assertThat(told.stream().filter(it -> it.kind() == EventKind.EXIT)).hasSize(1);
    }

    private void stopped() {
        told.clear();
        real.pm2("stop", "idle");

        assertThat(event("idle", EventKind.STOP).reason()).contains("asked by the pm2 command");
        told.clear();
        real.pm2("delete", "idle");
        assertThat(event("idle", EventKind.DELETE).cause()).contains(Cause.PERSON);
    }

    private void gaveUp() throws IOException {
        start("crasher", "crasher.js", Map.of("max_restarts", 4, "min_uptime", 60_000));

        var end = event("crasher", EventKind.GAVE_UP);
        assertThat(end.reason()).contains("PM2 gave up after 4 quick ends, last: exited with code 3");
        assertThat(end.ending().exitCode()).hasValue(3);
        assertThat(told.stream().filter(it -> it.kind() == EventKind.CRASH_LOOP)).hasSize(1);
        assertThat(told.stream().filter(it -> it.kind() == EventKind.RESTART)).hasSize(3)
                .allMatch(it -> it.cause().equals(Optional.of(Cause.SELF)));
        delete("crasher");
    }

    private void finished() throws IOException {
        write("done.js", "setTimeout(() => process.exit(0), 300);\n");
        start("done", "done.js", Map.of("autorestart", false));

        var exit = event("done", EventKind.EXIT);
        assertThat(exit.cause()).contains(Cause.SELF);
        assertThat(exit.reason()).contains("exited with code 0, or by SIGINT");
        delete("done");
    }

    private void overMemory() throws IOException {
        write("hungry.js", "const held = [];\nsetInterval(() => held.push(Buffer.alloc(1 << 20, 1)), 5);\n");
        start("hungry", "hungry.js", Map.of("max_memory_restart", 150 << 20));

        var restart = event("hungry", EventKind.RESTART);
        assertThat(restart.cause()).contains(Cause.MEMORY_LIMIT);
        assertThat(restart.reason().orElseThrow()).startsWith("over its memory limit: ").endsWith(" of 150 MB");
        assertThat(restart.ending().memory().orElseThrow()).isGreaterThan(150 << 20);
        delete("hungry");
    }

    private void watched() throws IOException {
        Files.createDirectories(real.appsRoot().resolve("watched"));
        write("watched/watched.js", "setInterval(() => {}, 1 << 30);\n");
        start("watched", "watched/watched.js", Map.of("watch", List.of("watched")));

        await().until(() -> {
            Files.writeString(real.appsRoot().resolve("watched/note.txt"), Instant.now().toString());
            return find("watched", it -> it.kind() == EventKind.RESTART).isPresent();
        });
        var restart = event("watched", EventKind.RESTART);
        assertThat(restart.cause()).contains(Cause.WATCH);
        assertThat(restart.reason().orElseThrow()).startsWith("a file changed: ").contains("watched/");
        delete("watched");
    }

    private void timed() throws IOException {
        start("timed", "idle.js", Map.of("cron_restart", "*/5 * * * * *"));

        var restart = event("timed", EventKind.RESTART);
        assertThat(restart.cause()).contains(Cause.CRON);
        assertThat(restart.reason()).contains("cron: */5 * * * * *");
        delete("timed");
    }

    private void start(String name, String script, Map<String, Object> options) throws IOException {
        told.clear();
        var app = new java.util.LinkedHashMap<String, Object>(Map.of("name", name, "script", script));
        app.putAll(options);
        Files.writeString(real.appsRoot().resolve("ecosystem.json"),
                new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(Map.of("apps", List.of(app))));
        real.pm2("start", "ecosystem.json");
    }

    private void delete(String name) {
        real.pm2("delete", name);
        event(name, EventKind.DELETE);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(real.appsRoot().resolve(file), text);
    }

    private ManagedProcess process(String name) {
        return manager.refresh().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    private Event event(String name, EventKind kind) {
        await().until(() -> find(name, it -> it.kind() == kind).isPresent());
        return find(name, it -> it.kind() == kind).orElseThrow();
    }

    private Optional<Event> find(String name, Predicate<Event> wanted) {
        return told.stream().filter(it -> it.process().equals(Optional.of(name))).filter(wanted).findFirst();
    }
}
