package dev.pm2console.pm2.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;

/// JSON as it came over the wire, not parsed yet. Immutable, and may be shared between threads. `toString` tells the
/// length only: the content may hold secrets.
public final class JsonBytes {

    private final byte[] bytes;
    private final int offset;

    /// @param bytes  are kept, not copied: the caller gives them away
    /// @param offset where the JSON begins
    JsonBytes(byte[] bytes, int offset) {
        this.bytes = bytes;
        this.offset = offset;
    }

    public static JsonBytes of(String json) {
        return new JsonBytes(json.getBytes(UTF_8), 0);
    }

    /// In bytes.
    public int length() {
        return bytes.length - offset;
    }

    /// A parser before the first token. The caller closes it.
    JsonParser parser(JsonFactory factory) throws IOException {
        return factory.createParser(bytes, offset, length());
    }

    /// The line ends in a string.
    ///
    /// @param count how many
    /// @param open  whether there is something behind the last one
    public record LineEnds(long count, boolean open) {
    }

    /// Counts the line ends in a string, without making it a text.
    ///
    /// @param quote where the string begins
    public LineEnds lineEnds(int quote) {
        var count = 0L;
        var open = false;
        for (var i = offset + quote + 1; i < bytes.length && bytes[i] != '"'; i++) {
            open = true;
            if (bytes[i] == '\\' && ++i < bytes.length && bytes[i] == 'n') {
                count++;
                open = false;
            }
        }
        return new LineEnds(count, open);
    }

    ByteBuffer toBuffer() {
        return ByteBuffer.wrap(bytes, offset, length()).asReadOnlyBuffer();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonBytes json
                && Arrays.equals(bytes, offset, bytes.length, json.bytes, json.offset, json.bytes.length);
    }

    @Override
    public int hashCode() {
        return toBuffer().hashCode();
    }

    @Override
    public String toString() {
        return "JsonBytes[" + length() + "]";
    }
}
