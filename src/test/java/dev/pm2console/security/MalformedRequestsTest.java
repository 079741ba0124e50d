package dev.pm2console.security;

import static dev.pm2console.security.Attacks.attempt;
import static dev.pm2console.security.Attacks.bare;
import static dev.pm2console.security.Attacks.with;
import static dev.pm2console.security.ForeignNamesTest.append;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import dev.pm2console.security.Attacks.Attempt;
import dev.pm2console.testsupport.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/// Addresses that go round the rules, requests that two readers would understand differently, and ones that are too much.
@QuarkusTest
@TestProfile(Guarded.class)
class MalformedRequestsTest {

    private static final String JSON = "Content-Type: application/json";
    private static final int MEBIBYTE = 1 << 20;
    /// The connection ends without an answer.
    private static final int HUNG_UP = 0;

    @TestHTTPResource
    URI root;

    @TestFactory
    Stream<DynamicTest> waysRoundTheSignIn() {
        var attempts = new ArrayList<Attempt>();
        for (var path : List.of("/", "//api/v1/status", "/./api/v1/status", "/static/bundle/../../api/v1/status",
                "/q/health/../../api/v1/status", "/q/health/%2e%2e/%2e%2e/api/v1/status", "/q/health;/../api/v1/status",
                "/api;x=1/v1/status", "/%61pi/v1/status", "/setup/../api/v1/status",
                "/sign-in/../audit", "/API/v1/status", "/api/v1/status/", "/api/v1/status?/q/health", "/q/healthx",
                "/q/openapi",
                "/q/swagger-ui/", "/q/metrics", "/q/info", "/q/dev-ui", "/q/arc/beans", "/mcp",
                "/static/../application.properties",
                "/static/bundle/%2e%2e/%2e%2e/application.properties", "/templates/layout.html", "/META-INF/openapi.yaml",
                "/form-token", "/processes/rows", "/%2e%2e/%2e%2e/etc/passwd", "/live/metrics", "/index.html")) {
            attempts.add(attempt("nobody asks for " + path, bare("GET " + path + " HTTP/1.1", host()), 401, "UNAUTHENTICATED"));
        }
        for (var method : List.of("HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "FOO")) {
            attempts.add(new Attempt(method + " by nobody", bare(method + " /api/v1/status HTTP/1.1", host(),
                    "Content-Length: 0"), 401, Optional.empty()));
        }
        return tests(attempts);
    }

    @TestFactory
    Stream<DynamicTest> pathsOfSomebodyWhoIsSignedIn() {
        return tests(List.of(
                attempt("half an escape", bare("GET /api/v1/processes/%zz HTTP/1.1", signedIn()), 400),
                attempt("the beginning of an escape", bare("GET /api/v1/processes/% HTTP/1.1", signedIn()), 400),
                attempt("half an escape in the query", bare("GET /api/v1/processes?q=%zz HTTP/1.1", signedIn()), 400),
                attempt("a NUL", bare("GET /api/v1/processes/%00 HTTP/1.1", signedIn()), 400, "INVALID_ARGUMENT"),
                attempt("a line break", bare("GET /api/v1/processes/a%0d%0ab HTTP/1.1", signedIn()), 400, "INVALID_ARGUMENT"),
                attempt("a name of 201 characters", bare("GET /api/v1/processes/" + "a".repeat(201) + " HTTP/1.1", signedIn()),
                        400, "INVALID_ARGUMENT"),
                attempt("a file of the console", bare("GET /static/../application.properties HTTP/1.1", signedIn()), 404,
                        "NOT_FOUND"),
                attempt("a file behind backslashes", bare("GET /static/bundle/..%5c..%5capplication.properties HTTP/1.1",
                        signedIn()), 404, "NOT_FOUND"),
                attempt("a file of the machine", bare("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", signedIn()), 404, "NOT_FOUND"),
                attempt("the framework's own pages", bare("GET /q/arc/beans HTTP/1.1", signedIn()), 404, "NOT_FOUND"),
                attempt("the development pages", bare("GET /q/dev-ui HTTP/1.1", signedIn()), 404, "NOT_FOUND"),
                attempt("a template", bare("GET /templates/layout.html HTTP/1.1", signedIn()), 404, "NOT_FOUND"),
                attempt("an unknown parameter", bare("GET /api/v1/processes?admin=true HTTP/1.1", signedIn()), 400,
                        "INVALID_ARGUMENT"),
                attempt("a parameter twice", bare("GET /api/v1/processes?q=a&q=b HTTP/1.1", signedIn()), 400,
                        "INVALID_ARGUMENT"),
                attempt("TRACE", bare("TRACE /api/v1/status HTTP/1.1", signedIn()), 405, "METHOD_NOT_ALLOWED"),
                attempt("CONNECT", bare("CONNECT evil.example:80 HTTP/1.1", signedIn()), 404),
                attempt("PUT", with("PUT /api/v1/status HTTP/1.1", "{}", append(signedIn(), JSON)), 405,
                        "METHOD_NOT_ALLOWED")));
    }

    @TestFactory
    Stream<DynamicTest> smuggling() {
        var post = "POST /api/v1/save HTTP/1.1";
        var in = append(signedIn(), JSON);
        return tests(List.of(
                attempt("two lengths", RawHttp.request(post, lines(in) + "Content-Length: 2\r\nContent-Length: 3\r\n", "{}"),
                        400),
                attempt("two lengths in one", RawHttp.request(post, lines(in) + "Content-Length: 2, 3\r\n", "{}"), 400),
                attempt("a negative length", RawHttp.request(post, lines(in) + "Content-Length: -1\r\n", "{}"), 400),
                attempt("a length with a sign", RawHttp.request(post, lines(in) + "Content-Length: +2\r\n", "{}"), 400),
                attempt("a length in hexadecimal", RawHttp.request(post, lines(in) + "Content-Length: 0x2\r\n", "{}"), 400),
                attempt("a length that overflows", RawHttp.request(post, lines(in) + "Content-Length: 99999999999999999999\r\n",
                        "{}"), 400),
                attempt("an unknown coding", RawHttp.request(post, lines(in) + "Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"),
                        400,
                        "INVALID_ARGUMENT"),
                attempt("two codings",
                        RawHttp.request(post, lines(in) + "Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"),
                        400),
                attempt("codings in two headers", RawHttp.request(post,
                        lines(in) + "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip\r\n", "0\r\n\r\n"), 400),
                attempt("a blank before the colon", RawHttp.request(post, lines(in) + "Transfer-Encoding : chunked\r\n",
                        "0\r\n\r\n"), 400),
                attempt("a header without a colon", RawHttp.request(post, lines(in) + "Content-Length 2\r\n", "{}"), 400),
                attempt("a chunk that is not one", RawHttp.request(post, lines(in) + "Transfer-Encoding: chunked\r\n",
                        "zz\r\n{}\r\n0\r\n\r\n"), HUNG_UP),
                attempt("HTTP/0.9", "GET /api/v1/status\r\n\r\n", 400),
                attempt("HTTP/3.0 in text", bare("GET /api/v1/status HTTP/3.0", signedIn()), HUNG_UP),
                attempt("no request at all", "\u00ff\u00fe\u00fd\r\n\r\n", 400)));
    }

    /// The chunked form wins, as RFC 9112 wants it, and what comes behind is a request of its own: without credentials.
    @Test
    void whatIsSmuggledBehindARequestHasNoneOfItsRights() {
        var smuggled = "POST /api/v1/kill HTTP/1.1\r\n" + host() + "\r\nContent-Length: 0\r\n\r\n";

        var answers = new RawHttp(root.getPort()).sendAll(RawHttp.request("POST /api/v1/save HTTP/1.1",
                lines(append(signedIn(), JSON)) + "Content-Length: " + (5 + smuggled.length())
                        + "\r\nTransfer-Encoding: chunked\r\n",
                "0\r\n\r\n" + smuggled));

        assertThat(answers.getFirst().code()).isEqualTo("PM2_UNREACHABLE");
        assertThat(answers.stream().skip(1)).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(401));
    }

    @Test
    void theSecondOfTwoRequestsInOneConnectionHasToProveItselfToo() {
        var answers = new RawHttp(root.getPort()).sendAll(bare("GET /api/v1/status HTTP/1.1", signedIn())
                + bare("GET /api/v1/status HTTP/1.1", host()));

        assertThat(answers).extracting(RawHttp.Answer::status).containsExactly(200, 401);
    }

    @TestFactory
    Stream<DynamicTest> tooMuch() {
        var post = "POST /api/v1/processes HTTP/1.1";
        var in = append(signedIn(), JSON);
        var chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
        return tests(List.of(
                attempt("a body of a byte more than 1 MiB", with(post, " ".repeat(MEBIBYTE + 1), in), 413, "PAYLOAD_TOO_LARGE"),
                attempt("a body that claims 1 TB", RawHttp.request(post, lines(in) + "Content-Length: 1099511627776\r\n", "{"),
                        413,
                        "PAYLOAD_TOO_LARGE"),
                attempt("more than 1 MiB in chunks", RawHttp.request(post, lines(in) + "Transfer-Encoding: chunked\r\n",
                        chunk.repeat(17) + "0\r\n\r\n"), 413, "PAYLOAD_TOO_LARGE"),
                attempt("an address of 20,000 characters", bare("GET /" + "a".repeat(20_000) + " HTTP/1.1", host()), 414),
                attempt("headers of 100,000 characters", bare("GET / HTTP/1.1", host(), "X-A: " + "a".repeat(100_000)), 431),
                attempt("3,000 headers", bare("GET / HTTP/1.1", append(new String[] { host() },
                        IntStream.range(0, 3_000).mapToObj(i -> "X-" + i + ": aaaaaaaaaaaaaaaaaaaa").toArray(String[]::new))),
                        431),
                attempt("JSON 100,000 deep", with(post, "[".repeat(100_000), in), 400, "INVALID_ARGUMENT"),
                attempt("a number of 100,000 digits",
                        with(post, "{\"script\":\"a.js\",\"instances\":" + "9".repeat(100_000) + "}",
                                in),
                        400, "INVALID_ARGUMENT"),
                attempt("an exponent that explodes", with(post, "{\"script\":\"a.js\",\"env\":{\"A\":1e999999999}}", in), 400,
                        "INVALID_ARGUMENT"),
                attempt("a key twice", with(post, "{\"script\":\"app.js\",\"script\":\"x.js\"}", in), 400, "INVALID_ARGUMENT"),
                attempt("something behind the JSON", with(post, "{} {}", in), 400, "INVALID_ARGUMENT"),
                attempt("not a number", with(post, "{\"instances\":NaN}", in), 400, "INVALID_ARGUMENT"),
                attempt("bytes that are no text", with(post, "{\"script\":\"\u00ff\u00fe\"}", in), 400, "INVALID_ARGUMENT"),
                attempt("an array for an object", with(post, "[]", in), 400, "INVALID_ARGUMENT"),
                attempt("a prototype", with(post, "{\"__proto__\":{\"role\":\"admin\"},\"script\":\"app.js\"}", in), 400,
                        "INVALID_ARGUMENT"),
                attempt("a compressed body", with(post, "\u001f\u008b\b\0\0\0\0\0", append(in, "Content-Encoding: gzip")), 400,
                        "INVALID_ARGUMENT"),
                attempt("XML", with(post, "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
                        append(signedIn(), "Content-Type: application/xml")), 415, "UNSUPPORTED_MEDIA_TYPE"),
                attempt("an upload",
                        with(post, "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"../../x\"\r\n\r\na\r\n--x--",
                                append(signedIn(), "Content-Type: multipart/form-data; boundary=x")),
                        415, "UNSUPPORTED_MEDIA_TYPE"),
                attempt("a form that is no form", with("POST /sign-in HTTP/1.1", "name=%zz", host(),
                        "Origin: http://localhost:" + root.getPort(), "Content-Type: application/x-www-form-urlencoded"), 400,
                        "INVALID_ARGUMENT"),
                attempt("a form of 2,000 fields", with("POST /sign-in HTTP/1.1", IntStream.range(0, 2_000)
                        .mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&")), host(),
                        "Origin: http://localhost:" + root.getPort(), "Content-Type: application/x-www-form-urlencoded"), 400,
                        "INVALID_ARGUMENT")));
    }

    private String host() {
        return "Host: localhost:" + root.getPort();
    }

    private String[] signedIn() {
        return new String[] { host(), "Authorization: Bearer " + Guarded.ADMIN_TOKEN };
    }

    private static String lines(String[] headers) {
        return String.join("\r\n", headers) + "\r\n";
    }

    private Stream<DynamicTest> tests(List<Attempt> attempts) {
        return attempts.stream().map(it -> Attacks.test(new RawHttp(root.getPort()), it));
    }
}
