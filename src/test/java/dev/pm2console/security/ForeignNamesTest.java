package dev.pm2console.security;

import static dev.pm2console.security.Attacks.attempt;
import static dev.pm2console.security.Attacks.bare;
import static dev.pm2console.security.Attacks.with;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.accounts.SessionKey;
import dev.pm2console.security.Attacks.Attempt;
import dev.pm2console.testsupport.People;
import dev.pm2console.testsupport.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/// Names that were made to lead here (DNS rebinding), pages of other origins, and forged requests of browsers.
@QuarkusTest
@TestProfile(Guarded.class)
class ForeignNamesTest {

    private static final String TOKEN = "Authorization: Bearer " + Guarded.ADMIN_TOKEN;

    @TestHTTPResource
    URI root;
    @Inject
    Accounts accounts;
    @Inject
    SessionKey key;

    @TestFactory
    Stream<DynamicTest> foreignHosts() {
        var port = root.getPort();
        var attempts = new ArrayList<Attempt>();
        var names = List.of("evil.example", "evil.example:" + port, "localhost.evil.example", "evil-localhost", "localhost.",
                "127.0.0.1.nip.io", "127.0.0.2", "0.0.0.0", "[::1]", "[::]", "[::ffff:127.0.0.2]", "2130706433", "0x7f000001",
                "127.1", "0177.0.0.1", "169.254.169.254", "xn--lcalhost-n2a", "");
        for (var name : names) {
            attempts.add(
                    attempt("Host " + name, bare("GET /api/v1/status HTTP/1.1", "Host: " + name, TOKEN), 403, "FORBIDDEN"));
        }
        for (var path : List.of("/", "/sign-in", "/setup", "/live/metrics", "/q/openapi", "/q/swagger-ui/", "/audit",
                "/settings", "/static/bundle/x.js", "/nowhere")) {
            attempts.add(
                    attempt("Host evil.example for " + path, bare("GET " + path + " HTTP/1.1", "Host: evil.example", TOKEN),
                            403, "FORBIDDEN"));
        }
        var local = "localhost:" + port;
        attempts.add(attempt("no Host", bare("GET /api/v1/status HTTP/1.1", TOKEN), 400));
        attempts.add(
                attempt("two Hosts", bare("GET /api/v1/status HTTP/1.1", "Host: " + local, "Host: evil.example", TOKEN), 400,
                        "INVALID_ARGUMENT"));
        attempts.add(
                attempt("Host with a user", bare("GET /api/v1/status HTTP/1.1", "Host: localhost@evil.example", TOKEN), 400));
        attempts.add(attempt("Host with a path", bare("GET /api/v1/status HTTP/1.1", "Host: localhost/evil", TOKEN), 400));
        attempts.add(attempt("Host with a NUL", bare("GET /api/v1/status HTTP/1.1", "Host: localhost\0", TOKEN), 400));
        attempts.add(attempt("two names in one Host",
                bare("GET /api/v1/status HTTP/1.1", "Host: " + local + ",evil.example", TOKEN), 400));
        attempts.add(attempt("another authority in the request line",
                bare("GET http://evil.example/api/v1/status HTTP/1.1", "Host: " + local, TOKEN), 400, "INVALID_ARGUMENT"));
        attempts.add(attempt("a forwarded host that nobody vouches for", bare("GET /api/v1/status HTTP/1.1",
                "Host: evil.example", "X-Forwarded-Host: localhost", "Forwarded: host=localhost", TOKEN), 403, "FORBIDDEN"));
        attempts.add(attempt("a forwarded host beside the right one still counts for nothing", bare(
                "GET /api/v1/status HTTP/1.1", "Host: " + local, "X-Forwarded-Host: evil.example", TOKEN), 200));
        attempts.add(attempt("HTTP/1.0 without a Host", bare("GET /api/v1/status HTTP/1.0", TOKEN), 403, "FORBIDDEN"));
        return attempts.stream().map(it -> Attacks.test(new RawHttp(port), it));
    }

    @TestFactory
    Stream<DynamicTest> foreignOrigins() {
        var port = root.getPort();
        var host = "Host: localhost:" + port;
        var session = People.session(accounts, "alice", Role.ADMIN);
        var cookie = "Cookie: pm2-console-session=" + session;
        var csrf = "X-CSRF-Token: " + key.formToken(accounts.bySession(session).orElseThrow().session());
        var attempts = new ArrayList<Attempt>();
        for (var origin : List.of("http://evil.example", "https://evil.example", "null", "http://localhost",
                "http://localhost:1", "http://127.0.0.1:" + port, "http://localhost:" + port + ".evil.example",
                "http://evil.example:" + port, "http://localhost:" + port + "@evil.example", "file://",
                "chrome-extension://abcdefgh", "http://localhost:" + port + " ", "localhost:" + port, "ftp://localhost:" + port,
                "http://[::1]:" + port, "http://localhost:%zz", "*")) {
            var expected = origin.endsWith(" ") ? 503 : 403; // blanks around a header's value are no part of it
            attempts.add(new Attempt("Origin " + origin + " posts", with("POST /api/v1/save HTTP/1.1", "{}", host, cookie, csrf,
                    "Origin: " + origin, "Content-Type: application/json"), expected, Optional.empty()));
        }
        for (var path : List.of("/live/metrics", "/live/events")) {
            var upgrade = "GET " + path + " HTTP/1.1";
            var keys = new String[] { host, "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==" };
            attempts.add(
                    attempt("a foreign page opens " + path, bare(upgrade, append(keys, cookie, "Origin: http://evil.example")),
                            403, "FORBIDDEN"));
            attempts.add(
                    attempt("a page without a name opens " + path, bare(upgrade, append(keys, cookie, "Origin: null")), 403,
                            "FORBIDDEN"));
            attempts.add(attempt(path + " by cookie without an Origin", bare(upgrade, append(keys, cookie)), 403, "FORBIDDEN"));
            attempts.add(attempt(path + " by token from a foreign page",
                    bare(upgrade, append(keys, TOKEN, "Origin: http://evil.example")), 403, "FORBIDDEN"));
            attempts.add(attempt(path + " without anything", bare(upgrade, keys), 401, "UNAUTHENTICATED"));
        }
        attempts.add(attempt("two Origins", with("POST /api/v1/save HTTP/1.1", "{}", host, cookie, csrf,
                "Origin: http://localhost:" + port, "Origin: http://evil.example", "Content-Type: application/json"), 400,
                "INVALID_ARGUMENT"));
        attempts.add(attempt("a cookie without an Origin posts", with("POST /api/v1/save HTTP/1.1", "{}", host, cookie, csrf,
                "Content-Type: application/json"), 403, "FORBIDDEN"));
        attempts.add(attempt("a cookie without an Origin, said to be same-site", with("POST /api/v1/save HTTP/1.1", "{}", host,
                cookie, csrf, "Sec-Fetch-Site: same-site", "Content-Type: application/json"), 403, "FORBIDDEN"));
        attempts.add(attempt("a foreign page reads", bare("GET /api/v1/status HTTP/1.1", host, cookie,
                "Origin: http://evil.example"), 403, "FORBIDDEN"));
        attempts.add(attempt("a foreign page asks whether it may", bare("OPTIONS /api/v1/save HTTP/1.1", host,
                "Origin: http://evil.example", "Access-Control-Request-Method: POST"), 403, "FORBIDDEN"));
        return attempts.stream().map(it -> Attacks.test(new RawHttp(port), it));
    }

    @TestFactory
    Stream<DynamicTest> forgedForms() {
        var port = root.getPort();
        var own = new String[] { "Host: localhost:" + port, "Origin: http://localhost:" + port };
        var session = People.session(accounts, "bob", Role.ADMIN);
        var cookie = "Cookie: pm2-console-session=" + session;
        var others = key
                .formToken(accounts.bySession(People.session(accounts, "mallory", Role.VIEWER)).orElseThrow().session());
        var right = key.formToken(accounts.bySession(session).orElseThrow().session());
        var form = "Content-Type: application/x-www-form-urlencoded";
        var attempts = new ArrayList<Attempt>();
        for (var path : List.of("/processes/action", "/processes/scale", "/processes/new", "/processes/new/browse",
                "/processes/new/ecosystem", "/processes/examples", "/daemon/save", "/daemon/start",
                "/daemon/kill", "/sign-out", "/sign-in", "/setup", "/settings/password")) {
            attempts.add(attempt(path + " without the form's token",
                    with("POST " + path + " HTTP/1.1", "target=id%3A0&do=stop", append(own, cookie, form)), 403, "FORBIDDEN"));
        }
        for (var token : List.of("", "x", others, right.substring(1), right + "A", right.toLowerCase(Locale.ROOT),
                "%00", "' OR 1=1 --")) {
            attempts.add(attempt("a form with the token «" + token + "»",
                    with("POST /daemon/save HTTP/1.1", "csrf=" + token, append(own, cookie, form)),
                    403, "FORBIDDEN"));
        }
        attempts.add(attempt("the token in the address", with("POST /daemon/save?csrf=" + right + " HTTP/1.1", "a=b",
                append(own, cookie, form)), 403, "FORBIDDEN"));
        attempts.add(attempt("JSON dressed as a form", with("POST /api/v1/save HTTP/1.1", "{\"force\":true,\"a\":\"=\"}",
                append(own, cookie, "Content-Type: text/plain")), 415, "UNSUPPORTED_MEDIA_TYPE"));
        attempts.add(attempt("the API by cookie without the token", with("POST /api/v1/kill HTTP/1.1", "{\"confirm\":true}",
                append(own, cookie, "Content-Type: application/json")), 403, "FORBIDDEN"));
        attempts.add(attempt("the API by cookie with another session's token", with("DELETE /api/v1/processes/all HTTP/1.1", "",
                append(own, cookie, "X-CSRF-Token: " + others)), 403, "FORBIDDEN"));
        attempts.add(attempt("another method in a header", bare("GET /api/v1/processes/all HTTP/1.1",
                append(own, cookie, "X-HTTP-Method-Override: DELETE")), 503, "PM2_UNREACHABLE"));
        attempts.add(attempt("GET at /processes/action is for the page of a process of that name",
                bare("GET /processes/action?confirmed=yes HTTP/1.1", append(own, cookie)), 503, "PM2_UNREACHABLE"));
        for (var path : List.of("/daemon/kill", "/daemon/save", "/sign-out", "/api/v1/kill", "/api/v1/save")) {
            attempts.add(attempt("GET does nothing at " + path, bare("GET " + path + "?confirmed=yes&confirm=true HTTP/1.1",
                    append(own, cookie)), 405, "METHOD_NOT_ALLOWED"));
        }
        attempts.add(attempt("signing somebody in as somebody else", with("POST /sign-in HTTP/1.1",
                "name=bob&password=" + People.PASSWORD + "&csrf=" + right, append(own, form)), 403, "FORBIDDEN"));
        attempts.add(attempt("a bearer token beside a stolen cookie is what counts", with("POST /api/v1/save HTTP/1.1", "{}",
                append(own, cookie, "Authorization: Bearer wrong", "Content-Type: application/json")), 401, "UNAUTHENTICATED"));
        return attempts.stream().map(it -> Attacks.test(new RawHttp(port), it));
    }

    static String[] append(String[] headers, String... more) {
        return Stream.concat(Stream.of(headers), Stream.of(more)).toArray(String[]::new);
    }
}
