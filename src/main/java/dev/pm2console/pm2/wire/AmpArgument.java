package dev.pm2console.pm2.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/// One argument of an AMP message as axon packs it: the first two bytes say what it is.
public sealed interface AmpArgument {

    /// Axon's marks, and their length in bytes.
    byte TEXT_MARK = 's';
    byte JSON_MARK = 'j';
    int MARK_BYTES = 2;

    /// `s:` and UTF-8. Bytes that are not UTF-8 are read as U+FFFD.
    record Text(String text) implements AmpArgument {
    }

    /// `j:` and JSON, which is not looked at here.
    record Json(JsonBytes json) implements AmpArgument {
    }

    /// Anything else. (A blob that begins with another kind's mark is read as that kind: the protocol can't tell.)
    record Blob(ByteBuffer bytes) implements AmpArgument {
        public Blob {
            bytes = bytes.asReadOnlyBuffer();
        }

        @Override
        public ByteBuffer bytes() {
            return bytes.duplicate();
        }
    }

    /// @param bytes are kept, not copied
    static AmpArgument parse(byte[] bytes) {
        if (bytes.length >= MARK_BYTES && bytes[1] == ':') {
            if (bytes[0] == TEXT_MARK) {
                return new Text(new String(bytes, MARK_BYTES, bytes.length - MARK_BYTES, UTF_8));
            }
            if (bytes[0] == JSON_MARK) {
                return new Json(new JsonBytes(bytes, MARK_BYTES));
            }
        }
        return new Blob(ByteBuffer.wrap(bytes));
    }

    /// The argument with its mark, ready to be read once.
    default ByteBuffer toBuffer() {
        return switch (this) {
            case Text(var text) -> marked(TEXT_MARK, ByteBuffer.wrap(text.getBytes(UTF_8)));
            case Json(var json) -> marked(JSON_MARK, json.toBuffer());
            case Blob(var bytes) -> bytes.duplicate();
        };
    }

    private static ByteBuffer marked(byte mark, ByteBuffer bytes) {
        return ByteBuffer.allocate(MARK_BYTES + bytes.remaining()).put(mark).put((byte) ':').put(bytes).flip();
    }
}
