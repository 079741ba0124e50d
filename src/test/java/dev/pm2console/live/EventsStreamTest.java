package dev.pm2console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.events.Cause;
import dev.pm2console.events.Ending;
import dev.pm2console.events.Event;
import dev.pm2console.events.EventKind;
import dev.pm2console.events.Standing;
import dev.pm2console.process.DaemonState;
import dev.pm2console.process.DaemonStatus;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Status;
import dev.pm2console.process.Target;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

class EventsStreamTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private DaemonStatus daemon = status(DaemonState.ONLINE);
    private final EventsStream stream = new EventsStream(() -> daemon, () -> List.of(Processes.online(0, "web")),
            InstantSource.fixed(NOON));

    @Test
    void firstFrameSaysHowTheDaemonIs() {
        daemon = status(DaemonState.UNREACHABLE);

        var first = json(client(Optional.empty(), 1).getItems().getFirst());

        assertThat(first.get("type").asText()).isEqualTo("event");
        assertThat(first.get("event").asText()).isEqualTo("daemon-down");
        assertThat(first.at("/detail/daemon").asText()).isEqualTo("unreachable");
        assertThat(first.at("/detail/reason").asText()).isEqualTo("it hangs");
    }

    @Test
    void daemonThatGoesAndComesBackIsToldOnTheSameStream() {
        var client = client(Optional.of(Target.parse("nobody")), 10);

        stream.daemonChanged(status(DaemonState.DOWN));
        stream.daemonChanged(status(DaemonState.ONLINE));

        assertThat(client.getItems()).extracting(it -> json(it).get("event").asText())
                .containsExactly("daemon-up", "daemon-down", "daemon-up");
    }

    @Test
    void eventHasItsProcessAndItsFacts() {
        var client = client(Optional.empty(), 10);

        stream.happened(event(0, "web", "exit"));

        assertThat(json(client.getItems().get(1))).isEqualTo(json("""
                {"type": "event", "at": 1767268800000, "event": "exit", "id": 0, "process": "web", "detail": {
                 "number": 7, "namespace": "default", "cause": "self", "reason": "exited with code 3", "actor": null,
                 "manually": false, "status": "stopped", "restarts": 4, "unstableRestarts": 1, "exitCode": 3,
                 "signal": null, "uptimeMs": 5000, "memory": 1048576, "lines": ["Error: gone"],
                 "line": "1-e-0-00000000", "count": 1, "retells": null,
                 "aside": false, "problem": true}}"""));
    }

    @Test
    void filterLetsOnlyItsProcessesThrough() {
        var byName = client(Optional.of(Target.parse("web")), 10);
        var byId = client(Optional.of(Target.parse("1")), 10);

        stream.happened(event(0, "web", "exit"));

        assertThat(byName.getItems()).hasSize(2);
        assertThat(byId.getItems()).hasSize(1);
    }

    @Test
    void clientThatFallsTooFarBehindIsDisconnectedAndNobodyElse() {
        var slow = client(Optional.empty(), 0);
        var quick = client(Optional.empty(), Long.MAX_VALUE);

        for (var i = 0; i < EventsStream.MOST_WAITING + 10; i++) {
            stream.happened(event(0, "web", "restart"));
        }
        slow.request(Long.MAX_VALUE);

        assertThat(slow.awaitFailure().getItems()).hasSizeLessThanOrEqualTo(EventsStream.MOST_WAITING);
        assertThat(quick.getItems()).hasSize(EventsStream.MOST_WAITING + 11);
    }

    private AssertSubscriber<String> client(Optional<Target> filter, long wanted) {
        return stream.frames(filter, new CompletableFuture<Void>()).subscribe().withSubscriber(AssertSubscriber.create(wanted));
    }

    private static DaemonStatus status(DaemonState state) {
        return new DaemonStatus(state, state == DaemonState.ONLINE ? "" : "it hangs", Path.of("/home/.pm2"),
                OptionalLong.of(1), Optional.of("7.0.4"), Optional.empty(), Optional.empty());
    }

    private static Event event(int id, String name, String event) {
        return new Event(7, NOON, EventKind.of(event).orElseThrow(), Optional.of(new ProcessId(id)), Optional.of(name),
                Optional.of("default"), Optional.of(Cause.SELF), Optional.of("exited with code 3"), Optional.empty(),
                new Ending(OptionalInt.of(3), Optional.empty(), OptionalLong.of(5_000), OptionalLong.of(1 << 20),
                        List.of("Error: gone"), Optional.of("1-e-0-00000000")),
                new Standing(Optional.of(Status.STOPPED), false, OptionalInt.of(4), OptionalInt.of(1)), 1, false,
                OptionalLong.empty());
    }

    private static JsonNode json(String frame) {
        try {
            return new ObjectMapper().readTree(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
