package dev.pm2console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.DynamicTest;

import dev.pm2console.testsupport.RawHttp;

/// How attacks are written down: what is sent, and the one answer that is right.
final class Attacks {

    private Attacks() {
    }

    /// An attempt.
    ///
    /// @param what    the attacker tries, in a few words
    /// @param request byte for byte
    /// @param status  the refusal
    /// @param code    of the problem; empty where it is no problem document
    record Attempt(String what, String request, int status, Optional<String> code) {
    }

    static Attempt attempt(String what, String request, int status, String code) {
        return new Attempt(what, request, status, Optional.of(code));
    }

    static Attempt attempt(String what, String request, int status) {
        return new Attempt(what, request, status, Optional.empty());
    }

    static DynamicTest test(RawHttp http, Attempt attempt) {
        return DynamicTest.dynamicTest(attempt.what + " → " + attempt.status + " " + attempt.code.orElse(""), () -> {
            var answer = http.send(attempt.request);

            assertThat(answer.status()).as(answer.head() + "\n" + answer.body()).isEqualTo(attempt.status);
            attempt.code.ifPresent(code -> assertThat(answer.code()).as(answer.body()).isEqualTo(code));
        });
    }

    /// A request without a body.
    static String bare(String line, String... headers) {
        return RawHttp.request(line, lines(headers), "");
    }

    /// A request with a body and its length.
    static String with(String line, String body, String... headers) {
        return RawHttp.request(line, lines(headers) + "Content-Length: " + body.length() + "\r\n", body);
    }

    private static String lines(String... headers) {
        var text = new StringBuilder();
        for (var header : headers) {
            text.append(header).append("\r\n");
        }
        return text.toString();
    }
}
