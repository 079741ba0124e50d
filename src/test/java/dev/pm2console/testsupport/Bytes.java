package dev.pm2console.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Objects;

/// Bytes for tests: made of text, taken from resources, and handed out in pieces.
public final class Bytes {

    private Bytes() {
    }

    public static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    /// What is left of the buffer.
    public static byte[] of(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /// A resource beside the test classes, such as `frames/getVersion.reply.bin`.
    public static byte[] resource(String name) {
        try (var in = Objects.requireNonNull(Bytes.class.getClassLoader().getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ReadableByteChannel channel(byte[] bytes) {
        return Channels.newChannel(new ByteArrayInputStream(bytes));
    }

    /// A channel that gives at most so many bytes at once.
    public static ReadableByteChannel trickle(byte[] bytes, int atOnce) {
        return Channels.newChannel(new InputStream() {
            private final InputStream in = new ByteArrayInputStream(bytes);

            @Override
            public int read() throws IOException {
                return in.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return in.read(target, offset, Math.min(length, atOnce));
            }
        });
    }
}
