package dev.pm2console.pm2.wire;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import dev.pm2console.pm2.wire.ProtocolException.Code;

/// A call of one of the daemon's methods: `j:{"type":"call","method":…,"args":[…]}`, `s:ID`.
///
/// @param id     chosen by the caller; the reply bears it. Unique among a connection's calls in flight
/// @param method PM2's name for it
/// @param args   what [Json#write] can write; never in `toString`
public record RpcRequest(String id, String method, List<Object> args) {

    public RpcRequest {
        args = List.copyOf(args);
    }

    public AmpMessage toMessage(Json json) {
        var call = Map.of("type", "call", "method", method, "args", args);
        return AmpMessage.of(new AmpArgument.Json(json.write(call)), new AmpArgument.Text(id));
    }

    /// @throws ProtocolException if the message is no call
    public static RpcRequest parse(AmpMessage message, Json json) throws IOException {
        var body = RpcReply.body(message);
        var call = json.read(body, parser -> {
            parser.nextToken();
            return parser.readValueAs(Object.class);
        });
        if (call instanceof Map<?, ?> fields
                && fields.get("method") instanceof String method
                && fields.get("args") instanceof List<?> args) {
            return new RpcRequest(RpcReply.id(message), method, List.copyOf(args));
        }
        throw new ProtocolException(Code.JSON, body.length(), 0);
    }

    @Override
    public String toString() {
        return "RpcRequest[" + id + " " + method + "]";
    }
}
