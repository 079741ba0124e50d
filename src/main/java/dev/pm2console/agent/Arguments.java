package dev.pm2console.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What an agent handed to a tool. Models write numbers as text and text as numbers: where REST has a path or a query, either
/// will do.
final class Arguments {

    private final ObjectNode values;

    Arguments(ObjectNode values) {
        this.values = values;
    }

    /// Takes one out that stands in REST's path; empty where there is none.
    Optional<String> take(String name) {
        return Optional.ofNullable(values.remove(name)).filter(value -> !value.isNull()).map(Arguments::text);
    }

    /// Takes one out that stands in REST's path; what is missing is refused as an empty one is.
    String target() {
        return take("nameOrId").orElse("");
    }

    /// Takes a list out, which may also be one value alone.
    List<String> takeAll(String name) {
        var texts = new ArrayList<String>();
        var value = values.remove(name);
        if (value != null && value.isArray()) {
            value.forEach(item -> texts.add(text(item)));
        } else if (value != null && !value.isNull()) {
            texts.add(text(value));
        }
        return texts;
    }

    /// The others, as a body has them.
    JsonNode body() {
        return values;
    }

    /// The others, as a query has them.
    Map<String, String> query() {
        var query = new LinkedHashMap<String, String>();
        values.properties().stream().filter(entry -> !entry.getValue().isNull())
                .forEach(entry -> query.put(entry.getKey(), text(entry.getValue())));
        return query;
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
