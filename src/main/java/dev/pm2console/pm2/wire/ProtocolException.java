package dev.pm2console.pm2.wire;

import java.io.IOException;

/// The peer sent bytes that are not PM2's protocol. The position in the stream is lost: close the connection. The text
/// never quotes what was received, because that may hold secrets.
public final class ProtocolException extends IOException {

    private static final long serialVersionUID = 1;

    /// What is wrong with the bytes; says what `limit` and `received` count.
    public enum Code {
        /// Not version 1 of AMP. Limit: the only version; received: the version claimed.
        VERSION("is not version 1 of AMP"),
        /// The message is longer than allowed. Both in bytes.
        TOO_LARGE("is too long"),
        /// The stream ended inside a message. Limit: bytes expected next; received: those of them that came.
        TRUNCATED("ends in its middle"),
        /// The message has the wrong number of arguments. Limit: the number expected.
        ARGUMENT_COUNT("has the wrong number of arguments"),
        /// An argument is of another kind than its place demands. Limit: its index from 0; received: its length in bytes.
        ARGUMENT_KIND("has an argument of the wrong kind"),
        /// A JSON argument can't be understood. Limit: its length in bytes; received: how far it made sense.
        JSON("has JSON that can't be understood");

        private final String text;

        Code(String text) {
            this.text = text;
        }
    }

    private final Code code;
    private final long limit;
    private final long received;

    public ProtocolException(Code code, long limit, long received) {
        super("a message " + code.text + " (" + code + ": expected " + limit + ", received " + received + ")");
        this.code = code;
        this.limit = limit;
        this.received = received;
    }

    public Code code() {
        return code;
    }

    /// What was allowed or expected; see [Code].
    public long limit() {
        return limit;
    }

    /// What came instead; see [Code].
    public long received() {
        return received;
    }
}
