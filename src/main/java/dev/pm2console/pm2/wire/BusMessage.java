package dev.pm2console.pm2.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;

import dev.pm2console.pm2.wire.AmpArgument.Text;
import dev.pm2console.pm2.wire.ProtocolException.Code;

/// One message of the bus: `s:TOPIC`, `j:{…}`.
///
/// @param topic   such as `log:out`. Applications choose topics too, and may claim PM2's own
/// @param payload not parsed yet
public record BusMessage(String topic, JsonBytes payload) {

    /// Topics are words; one that is longer than this in bytes is nobody's.
    public static final int MAX_TOPIC = 256;

    /// Decides on a message before its payload is read.
    @FunctionalInterface
    public interface Filter {
        /// @param topic  the message's
        /// @param length the payload's, in bytes
        boolean wants(String topic, int length);
    }

    /// The next message that `filter` wants; what it does not want is passed over without being copied. Messages that
    /// are not a topic and JSON are passed over too: applications can cause them.
    ///
    /// @return empty where the stream ends
    /// @throws ProtocolException if the bytes are no AMP
    public static Optional<BusMessage> read(AmpReader in, Filter filter) throws IOException {
        for (var count = in.nextMessage(); count.isPresent(); count = in.nextMessage()) {
            if (count.getAsInt() == 0) {
                throw new ProtocolException(Code.ARGUMENT_COUNT, 2, 0);
            }
            var topic = topic(in);
            if (topic.isEmpty() || count.getAsInt() < 2) {
                continue;
            }
            var length = in.nextArgument() - AmpArgument.MARK_BYTES;
            if (length > 0
                    && filter.wants(topic.get(), length)
                    && AmpArgument.parse(in.readArgument()) instanceof AmpArgument.Json(var payload)) {
                return Optional.of(new BusMessage(topic.get(), payload));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> topic(AmpReader in) throws IOException {
        if (in.nextArgument() > MAX_TOPIC + AmpArgument.MARK_BYTES) {
            return Optional.empty();
        }
        var bytes = in.readArgument();
        if (bytes.length > AmpArgument.MARK_BYTES && bytes[0] == AmpArgument.TEXT_MARK && bytes[1] == ':') {
            return Optional
                    .of(new String(bytes, AmpArgument.MARK_BYTES, bytes.length - AmpArgument.MARK_BYTES, UTF_8));
        }
        return Optional.empty();
    }

    public AmpMessage toMessage() {
        return AmpMessage.of(new Text(topic), new AmpArgument.Json(payload));
    }
}
