package dev.pm2console.pm2;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

import dev.pm2console.pm2.wire.Json;

/// Takes what a caller needs from a call's result, by its tokens: of a process list only the fields that are known, so
/// that no environment is ever kept.
@FunctionalInterface
public interface RpcResult<T> extends Json.Reading<T> {

    /// @param parser on the first token of the first result value; on `null` where there is none. It may be left
    ///               anywhere, and must not be used later
    @Override
    T read(JsonParser parser) throws IOException;

    /// The result as text; empty where it is an object or a list.
    static RpcResult<String> text() {
        return parser -> parser.getValueAsString("");
    }
}
