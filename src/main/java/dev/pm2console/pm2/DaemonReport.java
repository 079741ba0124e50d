package dev.pm2console.pm2;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/// What is wanted of the daemon's report (`getReport`), which holds its whole environment too.
///
/// @param version   of PM2
/// @param node      of Node.js
/// @param startedAt when the daemon was started
record DaemonReport(Optional<String> version, Optional<String> node, Optional<Instant> startedAt) {

    static DaemonReport read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new IOException("PM2's report is not an object");
        }
        Optional<String> version = Optional.empty();
        Optional<String> node = Optional.empty();
        var startedAt = 0L;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "pm2_version" -> version = Optional.ofNullable(parser.getValueAsString());
                case "node_version" -> node = Optional.ofNullable(parser.getValueAsString());
                case "started_at" -> startedAt = parser.getValueAsLong();
                default -> parser.skipChildren();
            }
        }
        return new DaemonReport(version, node, startedAt > 0 ? Optional.of(Instant.ofEpochMilli(startedAt)) : Optional.empty());
    }
}
