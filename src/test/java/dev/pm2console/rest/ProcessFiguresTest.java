package dev.pm2console.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.pm2console.metrics.HostUsage;
import dev.pm2console.metrics.MetricsSnapshot;
import dev.pm2console.metrics.MetricsSnapshot.Usage;
import dev.pm2console.metrics.ResourceUse;
import dev.pm2console.process.EnvFingerprint;
import dev.pm2console.process.ExecMode;
import dev.pm2console.process.LogFiles;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Status;
import io.prometheus.client.CollectorRegistry;

class ProcessFiguresTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final List<ManagedProcess> list = new ArrayList<>();
    private final CollectorRegistry registry = new CollectorRegistry();

    ProcessFiguresTest() {
        registry.register(new ProcessFigures(() -> list, () -> new MetricsSnapshot(NOON, HostUsage.UNKNOWN,
                Map.of(new ProcessId(0), new Usage(OptionalLong.of(100), OptionalDouble.of(150), OptionalLong.of(4096),
                        OptionalInt.of(11), ResourceUse.UNKNOWN, Optional.empty())))));
    }

    @Test
    void figuresAreInBaseUnits() {
        list.add(process(0, "web"));

        assertThat(figure("pm2_process_cpu_cores", 0, "web")).isEqualTo(1.5);
        assertThat(figure("pm2_process_memory_bytes", 0, "web")).isEqualTo(4096);
        assertThat(figure("pm2_process_uptime_seconds", 0, "web")).isEqualTo(60);
        assertThat(figure("pm2_process_restarts_total", 0, "web")).isEqualTo(3);
        assertThat(registry.getSampleValue("pm2_processes", new String[] { "status" }, new String[] { "online" })).isEqualTo(1);
    }

    @Test
    void whatIsNotKnownIsAbsent() {
        list.add(process(0, "web"));
        list.add(process(1, "worker"));

        assertThat(figure("pm2_process_open_files", 0, "web")).isNull();
        assertThat(figure("pm2_process_cpu_cores", 1, "worker")).isNull();
        assertThat(figure("pm2_process_restarts_total", 1, "worker")).isEqualTo(3);
    }

    @Test
    void whoIsGoneIsNotToldAnyMore() {
        list.add(process(0, "web"));
        assertThat(figure("pm2_process_memory_bytes", 0, "web")).isEqualTo(4096);
        list.clear();

        assertThat(figure("pm2_process_memory_bytes", 0, "web")).isNull();
    }

    @Test
    void ofTooManyTheFirstAreToldAndTheOthersCounted() {
        IntStream.range(0, ProcessFigures.MOST + 5).forEach(id -> list.add(process(id, "app")));

        assertThat(registry.getSampleValue("pm2_processes_left_out")).isEqualTo(5);
        assertThat(figure("pm2_process_restarts_total", ProcessFigures.MOST - 1, "app")).isEqualTo(3);
        assertThat(figure("pm2_process_restarts_total", ProcessFigures.MOST, "app")).isNull();
    }

    @Test
    void namesAreMadePlain() {
        list.add(process(0, "a\nb\u001b" + "x".repeat(200)));

        assertThat(figure("pm2_process_cpu_cores", 0, "a b " + "x".repeat(96))).isEqualTo(1.5);
    }

    private Double figure(String name, int id, String process) {
        return registry.getSampleValue(name, new String[] { "id", "name", "namespace" },
                new String[] { Integer.toString(id), process, "default" });
    }

    /// Online for a minute at noon.
    private static ManagedProcess process(int id, String name) {
        return new ManagedProcess(new ProcessId(id), name, "default", Status.ONLINE, OptionalLong.of(100 + id), ExecMode.FORK,
                3, 0, Optional.of(NOON.minusSeconds(60)), Optional.empty(), Optional.empty(), false,
                Optional.empty(), Optional.empty(), OptionalInt.empty(), false, 0, 0,
                new LogFiles(Optional.empty(), Optional.empty(), Optional.empty()), Map.of(), EnvFingerprint.EMPTY, List.of(),
                List.of());
    }
}
