package dev.pm2console.agent;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vertx.core.buffer.Buffer;

/// What a message has to look like before the MCP server's library reads it, which takes the form for granted.
final class MessageForm {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build().readerFor(JsonNode.class);
    private static final Set<String> OBJECTS = Set.of("/params", "/params/arguments", "/params/_meta", "/params/clientInfo",
            "/params/capabilities", "/params/capabilities/roots", "/params/capabilities/sampling",
            "/params/capabilities/elicitation", "/params/ref", "/params/argument", "/result", "/error");
    private static final Set<String> TEXTS = Set.of("/method", "/params/name", "/params/uri", "/params/protocolVersion",
            "/params/clientInfo/name",
            "/params/clientInfo/version", "/params/clientInfo/title",
            "/params/cursor", "/params/ref/type", "/params/ref/name", "/params/ref/uri", "/params/argument/name",
            "/params/argument/value");
    private static final Set<String> NUMBERS = Set.of("/id", "/params/requestId", "/params/_meta/progressToken");

    private static final Set<String> LISTS = Set.of("/params/clientInfo/icons");
    /// Without which the library answers nothing at all, and keeps what was opened.
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "initialize", List.of("/params/protocolVersion", "/params/clientInfo/name", "/params/clientInfo/version"),
            "tools/call", List.of("/params/name"),
            "prompts/get", List.of("/params/name"),
            "completion/complete", List.of("/params/ref/type", "/params/argument/name", "/params/argument/value"));
    /// What a text has at most that is kept for as long as a session or a call, or told again with each notification.
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TEXT = 2_048;
    /// What a message has at most that calls no tool. Of some the server keeps a part for as long as the session is.
    private static final int MOST_BYTES = 16 << 10;

    private MessageForm() {
    }

    /// What became of what was sent.
    sealed interface Read {
    }

    /// It is none; `problem` says why.
    record Wrong(String problem) implements Read {
    }

    /// It is one message of JSON-RPC.
    record Right(Buffer message) implements Read {
    }

    /// Reads what was sent. An argument that is null is as one that is left out: models write so, and the library can't.
    static Read read(Buffer body) {
        try {
            var message = JSON.readTree(body.getBytes());
            var problem = problem(message, body.length());
            if (problem.isPresent()) {
                return new Wrong(problem.get());
            }
            return new Right(message.at("/params/arguments") instanceof ObjectNode arguments
                    && arguments.properties().removeIf(argument -> argument.getValue().isNull())
                            ? Buffer.buffer(message.toString())
                            : body);
        } catch (IOException e) {
            return new Wrong("the message is not JSON, or nested too deeply");
        }
    }

    private static Optional<String> problem(JsonNode message, int bytes) {
        if (!message.isObject()) {
            return Optional.of("a request has one message, which is a JSON object: batches are not taken");
        }
        if (!message.path("jsonrpc").asText().equals("2.0")) {
            return Optional.of("jsonrpc is \"2.0\"");
        }
        if (!message.has("method") && !message.has("result") && !message.has("error")) {
            return Optional.of("method is missing");
        }
        var method = message.path("method").asText();
        if (message.has("method") && !message.has("id") && !method.startsWith("notifications/")) {
            return Optional.of("id is missing, which only notifications don't have");
        }
        var missing = REQUIRED.getOrDefault(method, List.of()).stream().filter(place -> message.at(place).isMissingNode())
                .findFirst();
        if (missing.isPresent()) {
            return missing.map(place -> named(place) + " is missing");
        }
        if (bytes > MOST_BYTES && !method.equals("tools/call")) {
            return Optional.of("a message that calls no tool has at most " + MOST_BYTES + " bytes");
        }
        return wrong(message, OBJECTS, JsonNode::isObject, "is an object")
                .or(() -> wrong(message, TEXTS, it -> it.isTextual() && it.textValue().length() <= LONGEST_TEXT,
                        "is text of at most " + LONGEST_TEXT + " characters"))
                .or(() -> wrong(message, LISTS, JsonNode::isArray, "is a list"))
                .or(() -> wrong(message, NUMBERS,
                        it -> it.isIntegralNumber() || (it.isTextual() && it.textValue().length() <= LONGEST_ID),
                        "is a whole number, or text of at most " + LONGEST_ID + " characters"));
    }

    private static Optional<String> wrong(JsonNode message, Set<String> places, Predicate<JsonNode> right,
            String rule) {
        return places.stream().filter(place -> !message.at(place).isMissingNode() && !right.test(message.at(place))).sorted()
                .findFirst().map(place -> named(place) + " " + rule);
    }

    private static String named(String place) {
        return place.substring(1).replace('/', '.');
    }
}
