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

    private MessageForm() {
    }

    /// What is wrong with it; empty where it is one message of JSON-RPC.
    static Optional<String> problem(byte[] body) {
        try {
            return problem(JSON.readTree(body));
        } catch (IOException e) {
            return Optional.of("the message is not JSON, or nested too deeply");
        }
    }

    private static Optional<String> problem(JsonNode message) {
        if (!message.isObject()) {
            return Optional.of("a request has one message, which is a JSON object: batches are not taken");
        }
        if (!message.path("jsonrpc").asText().equals("2.0")) {
            return Optional.of("jsonrpc is \"2.0\"");
        }
        if (!message.has("method") && !message.has("result") && !message.has("error")) {
            return Optional.of("method is missing");
        }
        return wrong(message, OBJECTS, JsonNode::isObject, "is an object")
                .or(() -> wrong(message, TEXTS, JsonNode::isTextual, "is text"))
                .or(() -> wrong(message, NUMBERS, it -> it.isTextual() || it.isIntegralNumber(), "is text or a whole number"));
    }

    private static Optional<String> wrong(JsonNode message, Set<String> places, Predicate<JsonNode> right,
            String rule) {
        return places.stream().filter(place -> !message.at(place).isMissingNode() && !right.test(message.at(place))).sorted()
                .findFirst().map(place -> place.substring(1).replace('/', '.') + " " + rule);
    }
}
