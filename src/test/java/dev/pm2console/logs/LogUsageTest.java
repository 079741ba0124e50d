package dev.pm2console.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.process.EnvFingerprint;
import dev.pm2console.process.ExecMode;
import dev.pm2console.process.LogFiles;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Status;

/// How much room log files take.
class LogUsageTest {

    @TempDir
    Path directory;

    @Test
    void filesAreCountedByWhatTheyAre() throws Exception {
        write("web-out.log", 100);
        write("web-error.log", 10);
        write("web-out__2026-11-20_00-00-00.log", 3);
        write("web-error.log.1", 4);
        write("other.txt", 1_000);

        var usage = LogUsage.of(List.of(process(0, "idle", "idle"), process(1, "web", "web")), directory,
                LogLimits.warningAt(116, 0));

        assertThat(usage.processes()).extracting(it -> it.process().name()).containsExactly("web", "idle");
        var web = usage.processes().getFirst();
        assertThat(web).isEqualTo(new LogUsage.Size(web.process(), 100, 10, 7, 2, 117, true));
        assertThat(usage.processes().getLast().warning()).isFalse();
        assertThat(usage.total()).isEqualTo(117);
    }

    @Test
    void whatSeveralWriteIntoCountsOnceInTheTotal() throws Exception {
        write("web-out.log", 100);

        var usage = LogUsage.of(List.of(process(0, "one", "web"), process(1, "two", "web")), directory,
                LogLimits.warningAt(1_000, 0));

        assertThat(usage.processes()).extracting(LogUsage.Size::total).containsExactly(100L, 100L);
        assertThat(usage.total()).isEqualTo(100);
    }

    @Test
    void fullDisksAreWarnedAbout() {
        var missing = directory.resolve("not/there");

        assertThat(LogUsage.of(List.of(), missing, LogLimits.warningAt(1, 0)).disk().orElseThrow().warning()).isFalse();
        var full = LogUsage.of(List.of(), missing, LogLimits.warningAt(1, 100)).disk().orElseThrow();
        assertThat(full.warning()).isTrue();
        assertThat(full.free()).isBetween(1L, full.total());
    }

    private void write(String name, int size) throws Exception {
        Files.write(directory.resolve(name), new byte[size]);
    }

    private ManagedProcess process(int id, String name, String files) {
        var logs = new LogFiles(Optional.of(directory.resolve(files + "-out.log")),
                Optional.of(directory.resolve(files + "-error.log")), Optional.empty());
        return new ManagedProcess(new ProcessId(id), name, "default", Status.ONLINE, OptionalLong.empty(), ExecMode.FORK, 0, 0,
                Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty(),
                OptionalInt.empty(), false, 0, 0, logs, Map.of(), EnvFingerprint.EMPTY, List.of(), List.of());
    }
}
