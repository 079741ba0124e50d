package dev.pm2console.security;

import java.util.Map;

import io.vertx.core.http.HttpServerRequest;

/// Why a request was turned away at the gate.
///
/// @param status  the HTTP status
/// @param code    by which clients tell it apart: `UNAUTHENTICATED`, `FORBIDDEN` …
/// @param detail  one sentence for a person
/// @param headers to send with it
public record Refusal(int status, String code, String detail, Map<String, String> headers) {

    public Refusal {
        headers = Map.copyOf(headers);
    }

    static Refusal unauthenticated() {
        return new Refusal(401, "UNAUTHENTICATED",
                "sign in, or send a token: Authorization: Bearer …", Map.of("WWW-Authenticate", "Bearer"));
    }

    static Refusal malformed(String detail) {
        return new Refusal(400, "INVALID_ARGUMENT", detail, Map.of("Connection", "close"));
    }

    static Refusal forbidden(String detail) {
        return new Refusal(403, "FORBIDDEN", detail, Map.of());
    }

    /// Says it in a form that the client understands; doors implement it.
    public interface Writer {

        /// Whether this is the form for that client.
        boolean understoodBy(HttpServerRequest request);

        /// The body, and its media type.
        Body body(Refusal refusal, HttpServerRequest request);
    }

    /// An answer for programs that has a sentence for people in it.
    public interface Explained {
        String detail();
    }

    /// @param mediaType with its character set
    public record Body(String mediaType, String text) {
    }
}
