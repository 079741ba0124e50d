package dev.pm2console.rest;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

/// The OpenAPI document, as a program reads it.
record ApiDocument(JsonNode root) {

    /// What the console under test serves.
    static ApiDocument served(ObjectMapper json) throws IOException {
        return new ApiDocument(json.readTree(given().header("Authorization", "Bearer " + WithoutPm2.TOKEN)
                .get("/q/openapi?format=json").then().statusCode(200).extract().asString()));
    }

    Stream<JsonNode> operations() {
        return root.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream())
                .map(Map.Entry::getValue);
    }

    /// An operation's parameters, resolved.
    List<JsonNode> parameters(JsonNode operation, String in) {
        return stream(operation.path("parameters")).map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals(in)).toList();
    }

    List<String> queryParameters(String path) {
        return parameters(root.path("paths").path(path).path("get"), "query").stream()
                .map(parameter -> parameter.path("name").asText()).toList();
    }

    JsonNode schema(String name) {
        return root.at("/components/schemas/" + name);
    }

    /// A schema, and those that it has to choose from.
    List<JsonNode> schemas(JsonNode schema) {
        var there = resolved(schema);
        return there.has("oneOf") ? stream(there.path("oneOf")).map(this::resolved).toList() : List.of(there);
    }

    List<JsonNode> examples(JsonNode media) {
        return media.has("example") ? List.of(media.path("example"))
                : stream(media.path("examples")).map(example -> resolved(example).path("value")).toList();
    }

    List<String> violations(JsonNode schema, JsonNode value) {
        var whole = JsonNodeFactory.instance.objectNode();
        whole.set("components", root.path("components"));
        whole.setAll((ObjectNode) schema);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole).validate(value).stream()
                .map(Object::toString).toList();
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? at(node.path("$ref").asText()) : node;
    }

    JsonNode at(String ref) {
        return root.at(ref.substring(1));
    }

    static Stream<JsonNode> stream(JsonNode node) {
        var items = new ArrayList<JsonNode>();
        node.forEach(items::add);
        return items.stream();
    }

    static List<String> texts(JsonNode node) {
        return stream(node).map(JsonNode::asText).toList();
    }

    static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).collect(Collectors.toList());
    }
}
