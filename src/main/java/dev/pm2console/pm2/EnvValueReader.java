package dev.pm2console.pm2;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.pm2console.process.ProcessId;

/// Finds the values of one variable in some processes' environments in PM2's list, for a caller who may see it; passes over all others.
final class EnvValueReader {

    private EnvValueReader() {
    }

    static Map<ProcessId, String> find(JsonParser parser, Set<ProcessId> ids, String variable) throws IOException {
        var found = new HashMap<ProcessId, String>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            var entry = new Entry();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var field = parser.currentName();
                parser.nextToken();
                switch (field) {
                    case "pm_id" -> entry.id = parser.getValueAsInt(-1);
                    case "pm2_env" -> entry.value = inRecord(parser, variable);
                    default -> parser.skipChildren();
                }
            }
            entry.value.filter(_ -> entry.id >= 0 && ids.contains(new ProcessId(entry.id)))
                    .ifPresent(value -> found.put(new ProcessId(entry.id), value));
        }
        return found;
    }

    private static Optional<String> inRecord(JsonParser parser, String variable) throws IOException {
        Optional<String> value = Optional.empty();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            parser.nextToken();
            if (field.equals("env") && parser.currentToken() == JsonToken.START_OBJECT) {
                value = inEnvironment(parser, variable);
            } else {
                parser.skipChildren();
            }
        }
        return value;
    }

    private static Optional<String> inEnvironment(JsonParser parser, String variable) throws IOException {
        Optional<String> value = Optional.empty();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            if (name.equals(variable) && parser.currentToken().isScalarValue()) {
                value = Optional.of(parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return value;
    }

    private static final class Entry {
        private int id = -1;
        private Optional<String> value = Optional.empty();
    }
}
