package dev.pm2console.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;

/// What tools take and answer. Made when the first agent asks, so that a console without agents pays nothing for it.
@Singleton
class ToolSchemas {

    private final OpenApiDocumentService documents;
    private final ObjectMapper json;
    private final Map<String, Both> made = new HashMap<>();

    /// @param input  what a tool takes
    /// @param output what it answers
    private record Both(ObjectNode input, ObjectNode output) {
    }

    ToolSchemas(OpenApiDocumentService documents, ObjectMapper json) {
        this.documents = documents;
        this.json = json;
    }

    Later input(AgentTool tool) {
        return new Later(this, tool, false);
    }

    Later output(AgentTool tool) {
        return new Later(this, tool, true);
    }

    private synchronized Both of(AgentTool tool) {
        if (made.isEmpty()) {
            var api = new ApiSchemas(document());
            AgentTools.ALL.forEach(it -> made.put(it.name(),
                    new Both(input(api, it), Fitting.mayBeCut(it.output().apply(api, api.output(it.name()))))));
        }
        return made.get(tool.name());
    }

    private static ObjectNode input(ApiSchemas api, AgentTool tool) {
        var schema = api.input(tool.name());
        tool.parameters().ifPresent(other -> {
            var properties = schema.withObjectProperty("properties");
            api.input(other).path("properties").properties()
                    .forEach(property -> properties.putIfAbsent(property.getKey(), property.getValue()));
        });
        return tool.input().apply(schema);
    }

    private JsonNode document() {
        try {
            return json.readTree(documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A schema that is made when it is written.
    @RegisterForReflection
    static final class Later {
        private final ToolSchemas schemas;
        private final AgentTool tool;
        private final boolean output;

        private Later(ToolSchemas schemas, AgentTool tool, boolean output) {
            this.schemas = schemas;
            this.tool = tool;
            this.output = output;
        }

        @JsonValue
        public ObjectNode schema() {
            var both = schemas.of(tool);
            return output ? both.output() : both.input();
        }
    }
}
