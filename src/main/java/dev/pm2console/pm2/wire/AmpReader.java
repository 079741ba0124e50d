package dev.pm2console.pm2.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.OptionalInt;

import dev.pm2console.pm2.wire.ProtocolException.Code;

/// Reads AMP messages from a channel, argument by argument, so that a caller can look at the first and skip the rest
/// without copying it:
///
/// ```
/// while (reader.nextMessage().isPresent()) {  // number of arguments
///     int length = reader.nextArgument();      // in bytes, checked against the limit
///     byte[] topic = reader.readArgument();    // or skipArgument()
/// }                                            // nextMessage() skips whatever was not read
/// ```
///
/// A message is one byte (version 1 in the high four bits, argument count in the low four), then for each argument a
/// length (4 bytes, unsigned, big-endian) and as many bytes. The channel belongs to the caller, who closes it. For one
/// thread at a time. Every method throws [ProtocolException] for bytes that are no AMP and passes on the channel's own
/// exceptions; after either the reader is of no more use.
public final class AmpReader {

    /// What a message may have in all, in bytes, unless said otherwise: 64 MiB.
    public static final int DEFAULT_LIMIT = 64 << 20;

    static final int VERSION = 1;
    static final int MAX_ARGUMENTS = 15;
    static final int LENGTH_BYTES = 4;

    /// The most that is allocated on a peer's word alone.
    private static final int UNSEEN = 64 << 10;

    private final ReadableByteChannel channel;
    private final ByteBuffer buffer;
    private final int limit;

    private long size;
    private int argumentsLeft;
    private int bytesLeft;

    /// @param channel    a blocking channel
    /// @param bufferSize bytes asked of the channel at once, 16 or more; the only memory held between messages
    /// @param limit      the most bytes that one message may have, its lengths included
    public AmpReader(ReadableByteChannel channel, int bufferSize, int limit) {
        this.channel = channel;
        this.buffer = ByteBuffer.allocateDirect(bufferSize).limit(0);
        this.limit = limit;
    }

    /// Goes to the next message, past what was not read of the present one, and waits for its first byte.
    ///
    /// @return its number of arguments, 0 to 15; empty where the stream ends between two messages
    public OptionalInt nextMessage() throws IOException {
        skipMessage();
        if (!buffer.hasRemaining() && !fill()) {
            return OptionalInt.empty();
        }
        var head = Byte.toUnsignedInt(buffer.get());
        if (head >> 4 != VERSION) {
            throw new ProtocolException(Code.VERSION, VERSION, head >> 4);
        }
        size = 1;
        argumentsLeft = head & 0xf;
        return OptionalInt.of(argumentsLeft);
    }

    /// Goes to the next argument of the message, past what was not read of the present one.
    ///
    /// @return its length in bytes
    /// @throws ProtocolException if the message has no more arguments, or becomes longer than the limit with this one
    public int nextArgument() throws IOException {
        skipArgument();
        if (argumentsLeft == 0) {
            throw new ProtocolException(Code.ARGUMENT_COUNT, 1, 0);
        }
        var length = readLength();
        size += LENGTH_BYTES + length;
        if (size > limit) {
            throw new ProtocolException(Code.TOO_LARGE, limit, size);
        }
        argumentsLeft--;
        bytesLeft = (int) length;
        return bytesLeft;
    }

    /// The present argument's bytes. Memory grows with what has arrived, not with what the length claims.
    public byte[] readArgument() throws IOException {
        var length = bytesLeft;
        var bytes = new byte[Math.min(length, Math.max(UNSEEN, buffer.remaining()))];
        var filled = 0;
        while (filled < length) {
            require(length, filled);
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * filled));
            }
            var part = Math.min(buffer.remaining(), bytes.length - filled);
            buffer.get(bytes, filled, part);
            filled += part;
            bytesLeft -= part;
        }
        return bytes;
    }

    /// Leaves out what was not read of the present argument.
    public void skipArgument() throws IOException {
        var length = bytesLeft;
        while (bytesLeft > 0) {
            require(length, length - bytesLeft);
            var part = Math.min(buffer.remaining(), bytesLeft);
            buffer.position(buffer.position() + part);
            bytesLeft -= part;
        }
    }

    private void skipMessage() throws IOException {
        skipArgument();
        while (argumentsLeft > 0) {
            nextArgument();
            skipArgument();
        }
    }

    private long readLength() throws IOException {
        var length = 0L;
        for (var i = 0; i < LENGTH_BYTES; i++) {
            require(LENGTH_BYTES, i);
            length = length << 8 | Byte.toUnsignedInt(buffer.get());
        }
        return length;
    }

    private void require(int expected, int received) throws IOException {
        if (!buffer.hasRemaining() && !fill()) {
            throw new ProtocolException(Code.TRUNCATED, expected, received);
        }
    }

    private boolean fill() throws IOException {
        buffer.clear();
        int read;
        try {
            do {
                read = channel.read(buffer);
            } while (read == 0);
        } finally {
            buffer.flip();
        }
        return read > 0;
    }
}
