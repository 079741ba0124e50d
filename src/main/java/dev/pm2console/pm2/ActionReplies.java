package dev.pm2console.pm2;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.pm2.wire.BusMessage;
import dev.pm2console.pm2.wire.Json;
import dev.pm2console.process.ProcessId;

/// Brings the replies of applications to those who triggered a custom action: PM2 sends them over the bus, to everybody.
final class ActionReplies {

    static final String TOPIC = "axm:reply";

    private final Json json;
    private final ObjectMapper mapper;
    private final Queue<Expected> waiting = new ConcurrentLinkedQueue<>();

    ActionReplies(Json json, ObjectMapper mapper) {
        this.json = json;
        this.mapper = mapper;
    }

    /// From now on the process's reply is waited for; to be called before the action is triggered.
    Expected expect(ProcessId id, String action) {
        var expected = new Expected(id, action);
        waiting.add(expected);
        return expected;
    }

    /// A reply that the bus brought. What is not one is passed over.
    void arrived(BusMessage message) {
        try {
            JsonNode reply = json.read(message.payload(), mapper::readTree);
            var id = reply.path("process").path("pm_id").asInt(-1);
            var action = reply.path("data").path("action_name").asText();
            var value = mapper.writeValueAsString(reply.path("data").path("return"));
            waiting.stream().filter(it -> it.id.value() == id && it.action.equals(action))
                    .forEach(it -> it.reply.complete(value));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("JSON that was read can be written", malformed);
        } catch (IOException notAReply) {
            // an application published something of its own under this name
        }
    }

    /// A reply that is waited for.
    final class Expected implements AutoCloseable {
        private final ProcessId id;
        private final String action;
        private final CompletableFuture<String> reply = new CompletableFuture<>();

        private Expected(ProcessId id, String action) {
            this.id = id;
            this.action = action;
        }

        /// The reply as JSON; empty if none came in time.
        Optional<String> await(Duration patience) {
            return Optional.ofNullable(
                    reply.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS).join());
        }

        @Override
        public void close() {
            waiting.remove(this);
        }
    }
}
