package dev.pm2console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.testsupport.BrowserPm2Resource;
import dev.pm2console.testsupport.Patience;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
@QuarkusTestResource(value = BrowserPm2Resource.class, restrictToAnnotatedClass = true)
class LiveSocketsTest {

    @TestHTTPResource
    URI root;

    @BeforeEach
    void awaitPm2() {
        Patience.await().until(() -> RestAssured.given().header("Authorization", "Bearer " + BrowserPm2Resource.TOKEN)
                .get("/api/v1/status").jsonPath().getString("daemon").equals("online"));
    }

    @Test
    void metricsComeEveryTick() throws Exception {
        try (var socket = new Listener("/live/metrics?process=mail-worker", BrowserPm2Resource.TOKEN)) {
            var first = new ObjectMapper().readTree(socket.next());
            var second = new ObjectMapper().readTree(socket.next());

            assertThat(second.get("at").asLong()).isGreaterThan(first.get("at").asLong());
            assertThat(second.get("processes")).hasSize(1);
            assertThat(second.at("/processes/0/status").asText()).isEqualTo("online");
            assertThat(second.at("/host/memoryTotal").asLong()).isPositive();
        }
    }

    @Test
    void eventsBeginWithTheDaemon() throws Exception {
        try (var socket = new Listener("/live/events", BrowserPm2Resource.TOKEN)) {
            assertThat(new ObjectMapper().readTree(socket.next()).get("event").asText()).isEqualTo("daemon-up");
        }
    }

    @Test
    void logsComeWithWhatWasBefore() throws Exception {
        try (var socket = new Listener("/live/logs?process=mail-worker&grep=line&lines=10000", BrowserPm2Resource.TOKEN)) {
            var lines = new ArrayList<JsonNode>();
            while (lines.size() < 10) {
                var frame = new ObjectMapper().readTree(socket.next());
                assertThat(frame.get("skipped").asInt()).isZero();
                frame.get("lines").forEach(lines::add);
            }

            var first = lines.getFirst().get("text").asText();
            var number = Integer.parseInt(first.substring(first.lastIndexOf(' ') + 1));
            assertThat(lines).extracting(line -> line.get("text").asText())
                    .isEqualTo(IntStream.range(number, number + lines.size()).mapToObj(i -> "äöü line " + i).toList());
            assertThat(lines).allMatch(line -> line.get("process").asText().equals("mail-worker"));
        }
    }

    @Test
    void queryOfLogsThatMakesNoSenseIsRefused() {
        for (var query : List.of("grep=a(b", "grep=" + "a".repeat(1_001), "lines=-1", "lines=10001", "lines=x", "level=loud",
                "type=both", "process=", "level=info&level=warn", "follow=true")) {
            assertThat(refusal("/live/logs?" + query, BrowserPm2Resource.TOKEN)).as(query).isEqualTo(400);
        }
        assertThat(refusal("/live/logs", "wrong-token-of-thirty-two-letters")).isEqualTo(401);
    }

    @Test
    void strangerIsRefused() {
        assertThat(refusal("/live/metrics", "wrong-token-of-thirty-two-letters")).isEqualTo(401);
        assertThat(refusal("/live/events", "wrong-token-of-thirty-two-letters")).isEqualTo(401);
    }

    @Test
    void unknownParameterIsRefused() {
        assertThat(refusal("/live/metrics?proces=web", BrowserPm2Resource.TOKEN)).isEqualTo(400);
    }

    @Test
    void malformedTargetIsRefused() {
        assertThat(refusal("/live/events?process=", BrowserPm2Resource.TOKEN)).isEqualTo(400);
        assertThat(refusal("/live/events?process=a&process=b", BrowserPm2Resource.TOKEN)).isEqualTo(400);
    }

    private int refusal(String path, String token) {
        var refused = catchThrowableOfType(CompletionException.class, () -> new Listener(path, token).close());
        return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
    }

    /// A client that keeps what it is sent.
    private final class Listener implements WebSocket.Listener, AutoCloseable {

        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final StringBuilder parts = new StringBuilder();
        private final HttpClient http = HttpClient.newHttpClient();
        private final WebSocket socket;

        Listener(String path, String token) {
            socket = http.newWebSocketBuilder().header("Authorization", "Bearer " + token)
                    .buildAsync(URI.create("ws://localhost:" + root.getPort() + path), this).join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                frames.add(parts.toString());
                parts.setLength(0);
            }
            from.request(1);
            return null;
        }

        String next() throws InterruptedException {
            var frame = frames.poll(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
            assertThat(frame).as("a frame within " + Patience.LONG).isNotNull();
            return frame;
        }

        @Override
        public void close() {
            socket.abort();
            http.close();
        }
    }
}
