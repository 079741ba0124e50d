package dev.pm2console.pm2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.pm2console.process.DaemonNote;
import dev.pm2console.process.ProcessId;

class DaemonLineTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Optional<ProcessId> THREE = Optional.of(new ProcessId(3));

    @Test
    void exitHasItsCodeAndItsSignal() {
        assertThat(read("App [web:3] exited with code [0] via signal [SIGKILL]\n"))
                .contains(new DaemonNote.Exited(NOON, "web", THREE, 0, "SIGKILL"));
    }

    @Test
    void instanceThatAReloadReplacesHasNoNumber() {
        assertThat(read("App [web:_old_3] exited with code [0] via signal [SIGINT]"))
                .contains(new DaemonNote.Exited(NOON, "web", Optional.empty(), 0, "SIGINT"));
        assertThat(read("Stopping app:web id:_old_3")).contains(new DaemonNote.Stopping(NOON, "web", Optional.empty()));
    }

    @Test
    void nameMayLookLikeTheRestOfTheLine() {
        var name = "x:1] exited with code [9] via signal [SIGTERM] id:7 for app y";
        assertThat(read("App [" + name + ":3] exited with code [1] via signal [SIGINT]"))
                .contains(new DaemonNote.Exited(NOON, name, THREE, 1, "SIGINT"));
        assertThat(read("Stopping app:" + name + " id:3")).contains(new DaemonNote.Stopping(NOON, name, THREE));
    }

    @Test
    void limitOfMemoryHasItsFigures() {
        assertThat(read("[PM2][WORKER] Process 3 restarted because it exceeds --max-memory-restart value"
                + " (current_memory=53739520 max_memory_limit=10485760 [octets])"))
                .contains(new DaemonNote.OverMemory(NOON, new ProcessId(3), 53_739_520, 10_485_760));
    }

    @Test
    void fileThatChangedHasItsPath() {
        assertThat(read("Change detected on path src/for app/a.js for app web - restarting"))
                .contains(new DaemonNote.FileChanged(NOON, "web", "src/for app/a.js"));
    }

    @Test
    void delayIsTold() {
        assertThat(read("App [web:3] will restart in 1500ms"))
                .contains(new DaemonNote.WillRestart(NOON, new ProcessId(3), Duration.ofMillis(1_500)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "App [", "App [web:3] online", "App [web:3] exited with code [",
            "App [web:3] exited with code [x]"
                    + " via signal [SIGINT]",
            "App [web] exited with code [0] via signal [SIGINT]", "Stopping app:", "Stopping app:web",
            "Stopping app:web id:x", "[PM2][WORKER] Process ", "[PM2][WORKER] Registering a cron job on: 3",
            "[PM2][WORKER] Process 3 restarted because current_memory= max_memory_limit=", "Change detected on path ",
            "Change detected on path  for app  - restarting!", "Change detected on path x - restarting",
            "Change detected on path a for app - restarting", "App [web:3] will restart in ms",
            "App [web:99999999999999999999] exited with code [0] via signal [SIGINT]" })
    void otherLinesSayNothing(String line) {
        assertThat(read(line)).isEmpty();
    }

    private static Optional<DaemonNote> read(String line) {
        return DaemonLine.read(NOON, line);
    }
}
