package dev.pm2console.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The schemas of what operations take and answer, out of the API's own document, so that a tool takes and answers what REST
/// does. They refer to nothing outside themselves: many clients follow no references.
final class ApiSchemas {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /// What is for documents, or means something else outside of OpenAPI.
    private static final Set<String> LEFT_OUT = Set.of("example", "examples");
    private static final Set<String> KNOWN_FORMATS = Set.of("date-time");

    private final JsonNode document;
    private final Map<String, JsonNode> operations = new HashMap<>();

    /// @param document the API's description, whole
    ApiSchemas(JsonNode document) {
        this.document = document;
        document.path("paths").forEach(path -> path.forEach(
                operation -> operations.put(operation.path("operationId").asText(), operation)));
    }

    /// What an operation takes: its path's and query's parameters, and its body's.
    ObjectNode input(String operationId) {
        var operation = operation(operationId);
        var schema = NODES.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        var required = new TreeSet<String>();
        for (var reference : operation.path("parameters")) {
            var parameter = resolved(reference);
            var property = inlined(parameter.path("schema"));
            property.set("description", parameter.path("description"));
            properties.set(parameter.path("name").asText(), property);
            if (parameter.path("required").asBoolean()) {
                required.add(parameter.path("name").asText());
            }
        }
        var body = inlined(resolved(operation.path("requestBody")).at("/content/application~1json/schema"));
        properties.setAll(body.withObjectProperty("properties"));
        body.path("required").forEach(name -> required.add(name.asText()));
        required.forEach(schema.withArrayProperty("required")::add);
        return schema.put("additionalProperties", false);
    }

    /// What an operation answers when all went well.
    ObjectNode output(String operationId) {
        for (var response : operation(operationId).path("responses").properties()) {
            var schema = response.getValue().at("/content/application~1json/schema");
            if (response.getKey().startsWith("2") && schema.isObject()) {
                return inlined(schema).put("type", "object");
            }
        }
        return NODES.objectNode().put("type", "object");
    }

    /// One of the document's own schemas.
    ObjectNode component(String name) {
        return inlined(document.at("/components/schemas/" + name));
    }

    private JsonNode operation(String id) {
        return Optional.ofNullable(operations.get(id))
                .orElseThrow(() -> new IllegalStateException("the API has no operation " + id));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /// A copy in which everything stands that it refers to.
    private ObjectNode inlined(JsonNode schema) {
        var copy = NODES.objectNode();
        if (schema.has("$ref")) {
            copy.setAll(inlined(resolved(schema)));
        }
        schema.properties().forEach(entry -> {
            var name = entry.getKey();
            var value = entry.getValue();
            if (name.equals("$ref") || LEFT_OUT.contains(name)
                    || (name.equals("format") && !KNOWN_FORMATS.contains(value.asText()))) {
                return;
            }
            copy.set(name, inlinedValue(name, value));
        });
        return copy;
    }

    private JsonNode inlinedValue(String name, JsonNode value) {
        if (name.equals("properties")) {
            var copy = NODES.objectNode();
            value.properties().forEach(property -> copy.set(property.getKey(), inlined(property.getValue())));
            return copy;
        }
        if (value instanceof ArrayNode list) {
            var copy = NODES.arrayNode();
            list.forEach(item -> copy.add(item.isObject() ? inlined(item) : item));
            return copy;
        }
        return value.isObject() ? inlined(value) : value;
    }
}
