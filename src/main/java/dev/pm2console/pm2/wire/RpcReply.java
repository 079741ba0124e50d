package dev.pm2console.pm2.wire;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.pm2console.pm2.wire.AmpArgument.Blob;
import dev.pm2console.pm2.wire.AmpArgument.Text;
import dev.pm2console.pm2.wire.ProtocolException.Code;

/// The daemon's answer to a call: `j:{"args":[…]}` or `j:{"error":…,"stack":…}`, then `s:ID`.
public sealed interface RpcReply {

    /// The longest error that is passed on, in characters.
    int MAX_ERROR = 1000;

    /// The request's.
    String id();

    /// The call was carried out.
    ///
    /// @param body the whole first argument, parsed only when [#read] asks
    record Result(String id, JsonBytes body) implements RpcReply {

        /// What `reading` takes from the first result value, given a parser on its first token (on `null` where the
        /// call has no result).
        ///
        /// @throws ProtocolException if the body is not JSON
        public <T> T read(Json json, Json.Reading<T> reading) throws IOException {
            return json.read(body, parser -> {
                seek(parser, body);
                if (parser.nextToken() == JsonToken.START_ARRAY && parser.nextToken() != JsonToken.END_ARRAY) {
                    return reading.read(parser);
                }
                return json.read(JsonBytes.of("null"), empty -> {
                    empty.nextToken();
                    return reading.read(empty);
                });
            });
        }

        public AmpMessage toMessage() {
            return AmpMessage.of(new AmpArgument.Json(body), new Text(id));
        }

        public static Result of(String id, Json json, Object... values) {
            return new Result(id, json.write(Map.of("args", List.of(values))));
        }
    }

    /// The call was refused, or went wrong.
    ///
    /// @param error PM2's own words, [#MAX_ERROR] characters at most
    record Failure(String id, String error) implements RpcReply {
        public Failure {
            error = error.substring(0, Math.min(error.length(), MAX_ERROR));
        }

        public AmpMessage toMessage(Json json) {
            return AmpMessage.of(new AmpArgument.Json(json.write(Map.of("error", error))), new Text(id));
        }
    }

    /// The next reply, or empty where the stream ends.
    ///
    /// @throws ProtocolException if the bytes are no AMP or the message is no reply
    static Optional<RpcReply> read(AmpReader in, Json json) throws IOException {
        var message = AmpMessage.read(in);
        if (message.isEmpty()) {
            return Optional.empty();
        }
        var id = id(message.get());
        var body = body(message.get());
        return Optional.of(json.read(body,
                parser -> seek(parser, body) ? new Result(id, body) : new Failure(id, error(parser))));
    }

    /// Goes to the first field that says what kind of reply this is.
    ///
    /// @return true for a result, false for an error
    private static boolean seek(JsonParser parser, JsonBytes body) throws IOException {
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            for (var field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                if (field.equals("args")) {
                    return true;
                }
                if (field.equals("error")) {
                    return false;
                }
                parser.nextToken();
                parser.skipChildren();
            }
        }
        throw new ProtocolException(Code.JSON, body.length(), parser.currentLocation().getByteOffset());
    }

    /// PM2 answers with a message, or with the whole object that was thrown: of that, its message only.
    private static String error(JsonParser parser) throws IOException {
        var text = parser.nextToken() == JsonToken.START_OBJECT ? message(parser) : parser.getValueAsString("");
        return text.isBlank() ? "an error without a message" : text;
    }

    private static String message(JsonParser parser) throws IOException {
        for (var field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            if (field.equals("message") || field.equals("msg")) {
                return parser.getValueAsString("");
            }
            parser.skipChildren();
        }
        return "";
    }

    /// @throws ProtocolException if the message does not consist of JSON and an id
    static JsonBytes body(AmpMessage message) throws ProtocolException {
        return switch (argument(message, 0)) {
            case AmpArgument.Json(var json) -> json;
            case Text(var text) -> throw new ProtocolException(Code.ARGUMENT_KIND, 0, text.length());
            case Blob(var bytes) -> throw new ProtocolException(Code.ARGUMENT_KIND, 0, bytes.remaining());
        };
    }

    /// @throws ProtocolException if the message does not consist of JSON and an id
    static String id(AmpMessage message) throws ProtocolException {
        return switch (argument(message, 1)) {
            case Text(var text) -> text;
            case AmpArgument.Json(var json) -> throw new ProtocolException(Code.ARGUMENT_KIND, 1, json.length());
            case Blob(var bytes) -> throw new ProtocolException(Code.ARGUMENT_KIND, 1, bytes.remaining());
        };
    }

    private static AmpArgument argument(AmpMessage message, int index) throws ProtocolException {
        if (message.arguments().size() != 2) {
            throw new ProtocolException(Code.ARGUMENT_COUNT, 2, message.arguments().size());
        }
        return message.arguments().get(index);
    }
}
