package dev.pm2console.pm2.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A whole AMP message.
///
/// @param arguments 15 at most
public record AmpMessage(List<AmpArgument> arguments) {

    public AmpMessage {
        arguments = List.copyOf(arguments);
        if (arguments.size() > AmpReader.MAX_ARGUMENTS) {
            throw new IllegalArgumentException(
                    "a message has " + AmpReader.MAX_ARGUMENTS + " arguments at most, not " + arguments.size());
        }
    }

    public static AmpMessage of(AmpArgument... arguments) {
        return new AmpMessage(List.of(arguments));
    }

    /// The next message, or empty where the stream ends.
    ///
    /// @throws ProtocolException see [AmpReader]
    public static Optional<AmpMessage> read(AmpReader in) throws IOException {
        var count = in.nextMessage();
        if (count.isEmpty()) {
            return Optional.empty();
        }
        var arguments = new ArrayList<AmpArgument>(count.getAsInt());
        for (var i = 0; i < count.getAsInt(); i++) {
            in.nextArgument();
            arguments.add(AmpArgument.parse(in.readArgument()));
        }
        return Optional.of(new AmpMessage(arguments));
    }

    /// The message as it goes over the wire, ready to be read once.
    ///
    /// @throws ArithmeticException if it has more than 2³¹ - 1 bytes
    public ByteBuffer toBuffer() {
        var parts = arguments.stream().map(AmpArgument::toBuffer).toList();
        var size = 1;
        for (var part : parts) {
            size = Math.addExact(size, Math.addExact(AmpReader.LENGTH_BYTES, part.remaining()));
        }
        var frame = ByteBuffer.allocate(size).put((byte) (AmpReader.VERSION << 4 | parts.size()));
        for (var part : parts) {
            frame.putInt(part.remaining()).put(part);
        }
        return frame.flip();
    }
}
