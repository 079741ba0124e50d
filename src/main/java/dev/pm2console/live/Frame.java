package dev.pm2console.live;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/// Writes one JSON text frame, field by field: it costs no reflection, at runtime or in a native executable.
final class Frame {

    private static final JsonFactory JSON = new JsonFactory();

    private Frame() {
    }

    /// What writes the fields of a frame.
    @FunctionalInterface
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /// A frame of this type.
    ///
    /// @param at when, in milliseconds since 1970
    static String of(String type, long at, Body body) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", type);
            json.writeNumberField("at", at);
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return text.toString();
    }

    /// With two digits after the point: more is noise, and bytes.
    static void write(JsonGenerator json, String name, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, Math.round(value.getAsDouble() * 100) / 100.0);
        } else {
            json.writeNullField(name);
        }
    }

    static void write(JsonGenerator json, String name, OptionalLong value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.getAsLong());
        } else {
            json.writeNullField(name);
        }
    }

    static void write(JsonGenerator json, String name, OptionalInt value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.getAsInt());
        } else {
            json.writeNullField(name);
        }
    }
}
