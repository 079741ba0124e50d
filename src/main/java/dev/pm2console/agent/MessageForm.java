package dev.pm2console.agent;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// What a message has to look like before the MCP server's library reads it, which takes the form for granted.
final class MessageForm {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build().readerFor(JsonNode.class);
    private static final Set<String> OBJECTS = Set.of("/params", "/params/arguments", "/params/_meta", "/params/clientInfo",
            "/params/capabilities", "/params/ref", "/params/argument", "/result", "/error");
    private static final Set<String> TEXTS = Set.of("/method", "/params/name", "/params/uri", "/params/protocolVersion",
            "/params/cursor", "/params/ref/type", "/params/ref/name", "/params/ref/uri", "/params/argument/name",
            "/params/argument/value");
    private static final Set<String> NUMBERS = Set.of("/id", "/params/requestId", "/params/_meta/progressToken");

    /// What a text has at most that is kept for as long as a session or a call, or told again with each notification.
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TEXT = 2_048;
    /// What a message has at most that calls no tool. Of some the server keeps a part for as long as the session is.
    private static final int MOST_BYTES = 16 << 10;

    private MessageForm() {
    }

    /// What is wrong with it; empty where it is one message of JSON-RPC.
    static Optional<String> problem(byte[] body) {
        try {
            return problem(JSON.readTree(body), body.length);
        } catch (IOException e) {
            return Optional.of("the message is not JSON, or nested too deeply");
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
        if (bytes > MOST_BYTES && !message.path("method").asText().equals("tools/call")) {
            return Optional.of("a message that calls no tool has at most " + MOST_BYTES + " bytes");
        }
        return wrong(message, OBJECTS, JsonNode::isObject, "is an object")
                .or(() -> wrong(message, TEXTS, it -> it.isTextual() && it.textValue().length() <= LONGEST_TEXT,
                        "is text of at most " + LONGEST_TEXT + " characters"))
                .or(() -> wrong(message, NUMBERS,
                        it -> it.isIntegralNumber() || (it.isTextual() && it.textValue().length() <= LONGEST_ID),
                        "is a whole number, or text of at most " + LONGEST_ID + " characters"));
    }

    private static Optional<String> wrong(JsonNode message, Set<String> places, Predicate<JsonNode> right,
            String rule) {
        return places.stream().filter(place -> !message.at(place).isMissingNode() && !right.test(message.at(place))).sorted()
                .findFirst().map(place -> place.substring(1).replace('/', '.') + " " + rule);
    }
}
