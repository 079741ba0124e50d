package dev.pm2console.agent;

import java.net.URI;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.mcp.server.test.McpAssured;
import io.quarkiverse.mcp.server.test.McpAssured.McpStreamableTestClient;
import io.restassured.RestAssured;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;

/// An agent at the console under test.
public final class Agent implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final McpStreamableTestClient client;

    /// What a tool answered.
    ///
    /// @param isError    whether it failed
    /// @param structured what it answers programs; missing where it failed
    /// @param text       what it says
    public record Told(boolean isError, JsonNode structured, String text) {

        /// The failure that the text is.
        public JsonNode error() {
            return read(text);
        }
    }

    public Agent(String token) {
        client = McpAssured.newStreamableClient().setBaseUri(URI.create("http://localhost:" + RestAssured.port))
                .setAdditionalHeaders(_ -> MultiMap.caseInsensitiveMultiMap().add("Authorization", "Bearer " + token)
                        .add("X-Agent", "header-agent").add("X-Session-Id", "header-session"))
                .build().connect();
    }

    McpStreamableTestClient client() {
        return client;
    }

    public Told call(String tool, Object... arguments) {
        return told(answer(request(tool, Map.of(), arguments)));
    }

    Told callAs(Map<String, Object> meta, String tool, Object... arguments) {
        return told(answer(request(tool, meta, arguments)));
    }

    /// The names of the tools that it is offered, in their order.
    List<String> tools() {
        return list().stream().map(tool -> tool.path("name").asText()).toList();
    }

    List<JsonNode> list() {
        return JSON.convertValue(ask("tools/list", new JsonObject()).at("/result/tools"),
                JSON.getTypeFactory().constructCollectionType(List.class, JsonNode.class));
    }

    /// Asks something else, and answers the whole response.
    JsonNode ask(String method, JsonObject params) {
        return answer(client.newRequest(method).put("params", params));
    }

    /// @param arguments names and values, in turns
    JsonObject request(String tool, Map<String, Object> meta, Object... arguments) {
        var given = new JsonObject();
        for (var i = 0; i < arguments.length; i += 2) {
            given.put(arguments[i].toString(), arguments[i + 1]);
        }
        var params = new JsonObject().put("name", tool).put("arguments", given);
        if (!meta.isEmpty()) {
            params.put("_meta", new JsonObject(meta));
        }
        return client.newRequest("tools/call").put("params", params);
    }

    JsonNode answer(JsonObject request) {
        client.sendAndForget(request);
        return read(client.waitForResponse(request).encode());
    }

    @Override
    public void close() {
        client.disconnect();
    }

    static Told told(JsonNode response) {
        if (response.has("error")) {
            throw new AssertionError(response);
        }
        return new Told(response.at("/result/isError").asBoolean(), response.at("/result/structuredContent"),
                response.at("/result/content/0/text").asText());
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
