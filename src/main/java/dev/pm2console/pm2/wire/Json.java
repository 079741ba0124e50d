package dev.pm2console.pm2.wire;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pm2console.pm2.wire.ProtocolException.Code;

/// Reads and writes the JSON inside messages. May be shared between threads.
///
/// Jackson's own exceptions quote what they could not read, which may be a secret: they end here, and go on as a
/// [ProtocolException] that says where.
public final class Json {

    private final JsonFactory factory = JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();
    private final JsonMapper mapper = new JsonMapper(factory);

    /// Takes a value from JSON by its tokens.
    @FunctionalInterface
    public interface Reading<T> {
        T read(JsonParser parser) throws IOException;
    }

    /// What `reading` takes from the JSON, given a parser before the first token.
    ///
    /// @throws ProtocolException if it is not JSON
    public <T> T read(JsonBytes json, Reading<T> reading) throws IOException {
        try (var parser = json.parser(factory)) {
            return reading.read(parser);
        } catch (JsonProcessingException e) {
            var where = Optional.ofNullable(e.getLocation()).map(location -> location.getByteOffset()).orElse(0L);
            throw new ProtocolException(Code.JSON, json.length(), Math.max(0, where));
        }
    }

    /// @param value maps, collections, records, numbers, strings, booleans
    /// @throws IllegalArgumentException if the value can't be written as JSON
    public JsonBytes write(Object value) {
        try {
            return new JsonBytes(mapper.writeValueAsBytes(value), 0);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + value.getClass().getName(), e);
        }
    }
}
