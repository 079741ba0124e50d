package dev.pm2console.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// Completes what the OpenAPI document says about answers: the code tells which fields there are, `META-INF/openapi.yaml`
/// what they mean.
final class AnswerDescription {

    private AnswerDescription() {
    }

    static void complete(Map<String, Schema> schemas) {
        // a JSON tree can be iterated over, so it was taken for a list
        var reply = schemas.get("Reply").getProperties().get("reply");
        schemas.get("Reply").addProperty("reply",
                OASFactory.createSchema().ref("Json").description(reply.getDescription()));
        describeAs(schemas.get("Summary"), schemas.get("Detail"));
        describeAs(schemas.get("Detail"), schemas.get("Description"));
        describeAs(schemas.get("Detail"), schemas.get("Usage"));
        schemas.values().forEach(AnswerDescription::followReferences);
        schemas.values().forEach(AnswerDescription::requireAll);
    }

    /// The fields that two answers have in common mean the same in both, and come first and in the same order.
    private static void describeAs(Schema known, Schema answer) {
        var fields = new LinkedHashMap<String, Schema>();
        known.getProperties().forEach((name, field) -> {
            if (answer.getProperties().containsKey(name)) {
                fields.put(name, field);
            }
        });
        answer.getProperties().forEach(fields::putIfAbsent);
        answer.setProperties(fields);
    }

    /// What is said to be of a schema with a name is no longer said to be a text by the code.
    private static void followReferences(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().stream().filter(field -> field.getRef() != null || field.getAnyOf() != null)
                    .forEach(field -> field.setType(null));
        }
    }

    /// What the console answers has every field, with `null` where there is no value; what it is sent has not.
    private static void requireAll(Schema schema) {
        if (schema.getProperties() != null && schema.getAdditionalPropertiesSchema() == null) {
            schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
        }
    }
}
