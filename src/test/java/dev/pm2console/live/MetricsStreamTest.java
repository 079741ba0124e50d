package dev.pm2console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.metrics.HostUsage;
import dev.pm2console.metrics.MetricsSnapshot;
import dev.pm2console.metrics.ResourceUse;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Target;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

class MetricsStreamTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final AtomicInteger listsRead = new AtomicInteger();
    private final List<ManagedProcess> list = new ArrayList<>(
            List.of(Processes.online(0, "web"), Processes.online(1, "worker")));
    private MetricsSnapshot latest = MetricsSnapshot.NONE;
    private final MetricsStream stream = new MetricsStream(() -> {
        listsRead.incrementAndGet();
        return list;
    }, () -> latest);

    @Test
    void frameHasTheHostAndEveryProcess() throws Exception {
        var client = client(Optional.empty(), 1);

        stream.tick(snapshot(0));

        var frame = json(client.getItems().getFirst());
        assertThat(frame.get("type").asText()).isEqualTo("metrics");
        assertThat(frame.get("at").asLong()).isEqualTo(NOON.toEpochMilli());
        assertThat(frame.at("/host/memoryTotal").asLong()).isEqualTo(8_000);
        assertThat(frame.get("processes")).hasSize(2);
        assertThat(frame.at("/processes/0")).isEqualTo(new ObjectMapper().readTree("""
                {"id": 0, "cpu": 12.35, "memory": 1000, "status": "online", "restarts": 3, "uptimeMs": 60000, "pid": 100,
                 "threads": 11, "openFiles": 20, "openFilesLimit": 1024, "diskRead": 0.0, "diskWrite": 4096.0, "pss": 900,
                 "measured": "kernel"}"""));
    }

    @Test
    void whatIsNotKnownIsNull() throws Exception {
        var client = client(Optional.empty(), 1);

        stream.tick(snapshot(0));

        assertThat(json(client.getItems().getFirst()).at("/processes/1/cpu").isNull()).isTrue();
        assertThat(json(client.getItems().getFirst()).at("/processes/1/memory").isNull()).isTrue();
    }

    @Test
    void filterLeavesTheOthersOut() throws Exception {
        var client = client(Optional.of(Target.parse("worker")), 1);

        stream.tick(snapshot(0));

        assertThat(json(client.getItems().getFirst()).get("processes")).extracting(it -> it.get("id").asInt())
                .containsExactly(1);
    }

    @Test
    void frameIsSharedByAllWhoWatchTheSame() {
        var one = client(Optional.of(Target.parse("web")), 1);
        var other = client(Optional.of(Target.parse("web")), 1);

        stream.tick(snapshot(0));

        assertThat(one.getItems().getFirst()).isSameAs(other.getItems().getFirst());
    }

    @Test
    void withoutViewersNothingIsDone() {
        stream.tick(snapshot(0));

        assertThat(listsRead).hasValue(0);
    }

    @Test
    void slowClientGetsTheNewestFrameOnly() throws Exception {
        var slow = client(Optional.empty(), 0);
        var quick = client(Optional.empty(), 100);
        for (var second = 0; second < 50; second++) {
            stream.tick(snapshot(second));
        }

        slow.request(10);

        assertThat(slow.getItems()).hasSize(1);
        assertThat(json(slow.getItems().getFirst()).get("at").asLong()).isEqualTo(NOON.plusSeconds(49).toEpochMilli());
        assertThat(quick.getItems()).hasSize(50);
    }

    @Test
    void newClientGetsThePresentFrameAtOnce() {
        latest = snapshot(0);

        assertThat(client(Optional.empty(), 1).getItems()).hasSize(1);
    }

    @Test
    void whileTheDaemonIsDownTheHostIsStillTold() throws Exception {
        list.clear();
        var client = client(Optional.empty(), 1);

        stream.tick(snapshot(0));

        assertThat(json(client.getItems().getFirst()).get("processes")).isEmpty();
        assertThat(json(client.getItems().getFirst()).at("/host/cpu").asDouble()).isEqualTo(50);
    }

    @Test
    void whoLeavesIsForgotten() {
        var client = client(Optional.empty(), 1);

        client.cancel();

        assertThat(stream.viewers()).isZero();
    }

    private AssertSubscriber<String> client(Optional<Target> filter, long wanted) {
        return stream.frames(filter, new CompletableFuture<Void>()).subscribe().withSubscriber(AssertSubscriber.create(wanted));
    }

    private static MetricsSnapshot snapshot(int second) {
        var host = new HostUsage(OptionalDouble.of(50), OptionalLong.of(4_000), OptionalLong.of(8_000), OptionalDouble.of(1),
                OptionalDouble.of(2), OptionalLong.of(70_000), OptionalLong.of(60_000), false);
        return new MetricsSnapshot(NOON.plusSeconds(second), host, Map.of(new ProcessId(0),
                new MetricsSnapshot.Usage(OptionalLong.of(100), OptionalDouble.of(12.3456), OptionalLong.of(1_000),
                        OptionalInt.of(11), new ResourceUse(OptionalInt.of(20), OptionalLong.of(1_024), OptionalDouble.of(0),
                                OptionalDouble.of(4_096), OptionalLong.of(900)),
                        Optional.of(MetricsSnapshot.Source.KERNEL))));
    }

    private static JsonNode json(String frame) throws Exception {
        return new ObjectMapper().readTree(frame);
    }
}
