package dev.pm2console.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pm2console.accounts.Secret;

/// The parameters that a caller sent, read one by one under their public names. What has another type than wanted, and
/// what nobody asked for, is noted.
final class Fields {

    private final ObjectNode node;
    private final String path;
    private final boolean asText;
    private final List<Violation> violations;
    private final Set<String> known = new HashSet<>();

    private Fields(ObjectNode node, String path, boolean asText, List<Violation> violations) {
        this.violations = violations;
        this.path = path;
        this.asText = asText;
        this.node = node;
    }

    /// The parameters of a JSON body.
    static Fields of(JsonNode body) {
        var violations = new ArrayList<Violation>();
        return new Fields(object(body, "", violations), "", false, violations);
    }

    /// The parameters of a query or a form, where everything is text.
    static Fields ofQuery(Map<String, String> query) {
        var node = JsonNodeFactory.instance.objectNode();
        query.forEach(node::put);
        return new Fields(node, "", true, new ArrayList<>());
    }

    /// What is read from; empty, and noted, where it isn't an object.
    private static ObjectNode object(JsonNode node, String path, List<Violation> violations) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        violations.add(new Violation(path, "is a JSON object"));
        return JsonNodeFactory.instance.objectNode();
    }

    /// The command that was made of the parameters, with what is wrong with them. Whatever was not asked for is unknown.
    <R> Request<R> request(Command<R> command) {
        noteUnknown();
        return new Request<>(command, violations);
    }

    Optional<String> text(String name) {
        return read(name, "is text", value -> value.isTextual() ? Optional.of(value.textValue()) : Optional.empty());
    }

    /// Text that must be there; what is missing is noted.
    String requiredText(String name) {
        return require(name, text(name)).orElse("");
    }

    Optional<Secret> secret(String name) {
        return text(name).map(Secret::new);
    }

    /// A secret that must be there; what is missing is noted.
    Secret requiredSecret(String name) {
        return new Secret(requiredText(name));
    }

    /// A moment. In a query also as milliseconds since 1970, as the console's own streams tell time.
    Optional<Instant> instant(String name) {
        return read(name, "is a time such as 2026-11-25T10:00:00Z", value -> value.isTextual()
                ? Scalars.instant(value.textValue()).or(() -> fromText(value, Scalars::milliseconds))
                : Optional.empty());
    }

    Optional<Boolean> bool(String name) {
        return read(name, "is true or false",
                value -> value.isBoolean() ? Optional.of(value.booleanValue()) : fromText(value, Scalars::truth));
    }

    Optional<Long> whole(String name) {
        return read(name, "is a whole number",
                value -> value.isIntegralNumber() && value.canConvertToLong() ? Optional.of(value.longValue())
                        : fromText(value, Scalars::number));
    }

    /// Text, or a whole number as text.
    Optional<String> textOrWhole(String name) {
        return read(name, "is text or a whole number",
                value -> value.isTextual() || value.isIntegralNumber() ? Optional.of(value.asText()) : Optional.empty());
    }

    /// One of a closed set.
    <E> Optional<E> choice(String name, List<E> choices) {
        return read(name, "is one of: " + choices,
                value -> choices.stream().filter(it -> value.isTextual() && it.toString().equals(value.textValue()))
                        .findFirst());
    }

    /// Notes it where a parameter that must be there isn't.
    <T> Optional<T> require(String name, Optional<T> value) {
        if (value.isEmpty() && isAbsent(name)) {
            note(name, "is required");
        }
        return value;
    }

    Optional<Instances> instances(String name) {
        return read(name, "is a whole number, or \"max\"", value -> {
            if (value.isTextual() && value.textValue().equals("max")) {
                return Optional.of(Instances.MAX);
            }
            return value.isIntegralNumber() && value.canConvertToInt() ? Optional.of(Instances.of(value.intValue()))
                    : Optional.empty();
        });
    }

    List<String> texts(String name) {
        return list(name, "text", "", value -> value.isTextual() ? Optional.of(value.textValue()) : Optional.empty());
    }

    /// A list of texts, or one text that is split as a shell splits words (without any expansion).
    List<String> words(String name) {
        if (node.path(name).isTextual()) {
            return read(name, "has a quote that is not closed", it -> ShellWords.split(it.textValue())).orElse(List.of());
        }
        return texts(name);
    }

    /// A list of whole numbers, or one of them.
    List<Long> wholes(String name) {
        if (node.path(name).isNumber()) {
            return whole(name).stream().toList();
        }
        return list(name, "a whole number", 0L,
                value -> value.isIntegralNumber() && value.canConvertToLong() ? Optional.of(value.longValue())
                        : Optional.empty());
    }

    /// A map of texts; numbers and truth values become text.
    Map<String, String> textMap(String name) {
        return read(name, "is an object", value -> value instanceof ObjectNode object ? Optional.of(object) : Optional.empty())
                .map(object -> {
                    var map = new LinkedHashMap<String, String>();
                    object.properties().forEach(entry -> {
                        var text = Scalars.text(entry.getValue());
                        map.put(entry.getKey(), text.orElse(""));
                        if (text.isEmpty()) {
                            note(name + "." + entry.getKey(), "is text, a number, true or false");
                        }
                    });
                    return Map.copyOf(map);
                }).orElse(Map.of());
    }

    /// `true`, `false` or a list of paths.
    Optional<AppOptions.Watch> watch(String name) {
        if (node.path(name).isArray()) {
            return Optional.of(new AppOptions.Watch(true, texts(name)));
        }
        return read(name, "is true, false or a list of paths",
                value -> value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty())
                .map(enabled -> new AppOptions.Watch(enabled, List.of()));
    }

    /// A list of objects, each with parameters of its own.
    <T> List<T> objects(String name, Function<Fields, T> reader) {
        var array = read(name, "is a list", value -> value.isArray() ? Optional.of(value) : Optional.empty());
        var result = new ArrayList<T>();
        array.ifPresent(items -> {
            for (var item : items) {
                var place = path + name + "[" + result.size() + "]";
                var fields = new Fields(object(item, place, violations), place + ".", asText, violations);
                result.add(reader.apply(fields));
                fields.noteUnknown();
            }
        });
        return result;
    }

    /// An object with parameters of its own; whoever reads them notes what is unknown among them.
    Optional<Fields> section(String name) {
        return read(name, "is a JSON object", value -> value instanceof ObjectNode object ? Optional.of(object)
                : Optional.empty()).map(object -> new Fields(object, path + name + ".", asText, violations));
    }

    /// A list of texts, where there is one.
    Optional<List<String>> optionalTexts(String name) {
        return isAbsent(name) ? absent(name) : Optional.of(texts(name));
    }

    /// A list of whole numbers, where there is one.
    Optional<List<Long>> optionalWholes(String name) {
        return isAbsent(name) ? absent(name) : Optional.of(wholes(name));
    }

    private <T> Optional<T> absent(String name) {
        known.add(name);
        return Optional.empty();
    }

    /// Notes that a parameter is wrong.
    void note(String name, String message) {
        violations.add(new Violation(path + name, message));
    }

    private <T> Optional<T> fromText(JsonNode value, Function<String, Optional<T>> reader) {
        return asText && value.isTextual() ? reader.apply(value.textValue()) : Optional.empty();
    }

    private boolean isAbsent(String name) {
        return node.get(name) == null || node.get(name).isNull();
    }

    /// Notes what nobody asked for.
    void noteUnknown() {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                note(name, "is not an option that is known here");
            }
        });
    }

    private <T> Optional<T> read(String name, String rule, Function<JsonNode, Optional<T>> reader) {
        known.add(name);
        if (isAbsent(name)) {
            return Optional.empty();
        }
        var value = reader.apply(node.get(name));
        if (value.isEmpty()) {
            note(name, rule);
        }
        return value;
    }

    /// @param placeholder stands where an item could not be read, so that those behind it keep their places
    private <T> List<T> list(String name, String rule, T placeholder, Function<JsonNode, Optional<T>> reader) {
        return read(name, "is a list", value -> value.isArray() ? Optional.of(value) : Optional.empty()).map(array -> {
            var items = new ArrayList<T>();
            for (var i = 0; i < array.size(); i++) {
                var item = reader.apply(array.get(i));
                if (item.isEmpty()) {
                    note(name + "[" + i + "]", "is " + rule);
                }
                items.add(item.orElse(placeholder));
            }
            return List.copyOf(items);
        }).orElse(List.of());
    }
}
