package dev.pm2console.security;

import static dev.pm2console.security.Attacks.attempt;
import static dev.pm2console.security.Attacks.bare;
import static dev.pm2console.security.Attacks.with;
import static dev.pm2console.security.ForeignNamesTest.append;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.accounts.Secret;
import dev.pm2console.accounts.Secrets;
import dev.pm2console.accounts.SessionKey;
import dev.pm2console.accounts.UserChange;
import dev.pm2console.security.Attacks.Attempt;
import dev.pm2console.testsupport.People;
import dev.pm2console.testsupport.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/// Guessed, tampered, expired and misused cookies, tokens and passwords, and steps up from a low role.
@QuarkusTest
@TestProfile(Guarded.class)
class StolenCredentialsTest {

    private static final String STATUS = "GET /api/v1/status HTTP/1.1";
    private static final String JSON = "Content-Type: application/json";

    @TestHTTPResource
    URI root;
    @Inject
    Accounts accounts;
    @Inject
    SessionKey key;
    @Inject
    SetUp setUp;

    @TestFactory
    Stream<DynamicTest> cookies() {
        var host = host();
        var good = People.session(accounts, "carol", Role.VIEWER);
        var id = accounts.bySession(good).orElseThrow().session();
        var ended = People.session(accounts, "carol", Role.VIEWER);
        accounts.signOut(accounts.bySession(ended).orElseThrow().session());
        var disabled = People.session(accounts, "dave", Role.OPERATOR);
        accounts.changeUser("dave", new UserChange(Optional.empty(), Optional.empty(), Optional.of(true), false));
        var removed = People.session(accounts, "erin", Role.OPERATOR);
        accounts.removeUser("erin");
        var former = People.session(accounts, "frank", Role.OPERATOR);
        accounts.setPassword("frank", new Secret("another-lantern-orbit-71"), Optional.empty());
        var flipped = good.substring(1) + (good.charAt(0) == 'A' ? 'B' : 'A');
        var attempts = new ArrayList<Attempt>();
        for (var it : List.of(List.of("a flipped cookie", flipped), List.of("a shortened cookie", good.substring(1)),
                List.of("a longer cookie", good + "A"), List.of("no value", ""), List.of("SQL for a value", "' OR '1'='1"),
                List.of("a huge value", "A".repeat(5_000)), List.of("the session's id instead of its cookie", id),
                List.of("a cookie that was signed out", ended), List.of("a disabled user's cookie", disabled),
                List.of("a removed user's cookie", removed), List.of("a cookie from before the password changed", former),
                List.of("the form cookie's kind of value", key.formToken("x")), List.of("the admin token as a cookie",
                        Guarded.ADMIN_TOKEN))) {
            attempts.add(attempt(it.getFirst(), bare(STATUS, host, "Cookie: pm2-console-session=" + it.getLast()), 401,
                    "UNAUTHENTICATED"));
        }
        attempts.add(attempt("the cookie under another name", bare(STATUS, host, "Cookie: PM2-CONSOLE-SESSION=" + good), 401,
                "UNAUTHENTICATED"));
        attempts.add(attempt("a session as a bearer token", bare(STATUS, host, "Authorization: Bearer " + good), 401,
                "UNAUTHENTICATED"));
        return tests(attempts);
    }

    @TestFactory
    Stream<DynamicTest> tokens() {
        var host = host();
        var good = accounts.issueToken("ci", Role.OPERATOR, Optional.empty(), "test").secret().text();
        var revoked = accounts.issueToken("former", Role.ADMIN, Optional.empty(), "test");
        accounts.revokeToken(revoked.token().id());
        var expired = accounts.issueToken("late", Role.ADMIN, Optional.of(Instant.now().minusSeconds(1)), "test");
        var attempts = new ArrayList<Attempt>();
        for (var header : List.of("Bearer", "Bearer ", "Bearer x", "Bearer " + good.substring(1), "Bearer " + good + "A",
                "Bearer " + good.toUpperCase(Locale.ROOT), "Bearer pm2c_", "Bearer " + Secrets.Hash.of(good).sha256(),
                "Bearer " + revoked.secret().text(), "Bearer " + expired.secret().text(), "Basic YWRtaW46YWRtaW4=",
                "Token " + good, good, "Bearer " + good + "," + good, "Bearer " + Guarded.ADMIN_TOKEN.toUpperCase(Locale.ROOT),
                "Bearer " + Guarded.ADMIN_TOKEN.substring(0, 32), "Bearer " + "A".repeat(7_000), "Bearer null",
                "Bearer ' OR 1=1", "Bearer %00", "Digest username=admin")) {
            attempts.add(attempt("Authorization: " + (header.length() > 60 ? header.substring(0, 60) : header),
                    bare(STATUS, host, "Authorization: " + header), 401, "UNAUTHENTICATED"));
        }
        for (var query : List.of("?token=", "?access_token=", "?api_key=", "?authorization=Bearer%20")) {
            attempts.add(
                    attempt("a good token in the address: " + query, bare("GET /api/v1/status" + query + good + " HTTP/1.1",
                            host), 401, "UNAUTHENTICATED"));
        }
        attempts.add(attempt("a good token in another header", bare(STATUS, host, "X-Auth-Token: " + good), 401,
                "UNAUTHENTICATED"));
        return tests(attempts);
    }

    @TestFactory
    Stream<DynamicTest> stepsUp() {
        var viewer = bearer("look", Role.VIEWER);
        var operator = bearer("run", Role.OPERATOR);
        var app = "{\"script\":\"app.js\"}";
        return tests(List.of(
                up("a viewer stops", with("POST /api/v1/processes/all/stop HTTP/1.1", "{}", append(viewer, JSON))),
                up("a viewer saves", with("POST /api/v1/save HTTP/1.1", "{}", append(viewer, JSON))),
                up("a viewer reveals a variable", bare("GET /api/v1/processes/web/description?reveal=TOKEN HTTP/1.1", viewer)),
                up("a viewer reads the audit", bare("GET /api/v1/audit HTTP/1.1", viewer)),
                up("an operator starts a script", with("POST /api/v1/processes HTTP/1.1", app, append(operator, JSON))),
                up("an operator deletes", bare("DELETE /api/v1/processes/all HTTP/1.1", operator)),
                up("an operator kills", with("POST /api/v1/kill HTTP/1.1", "{\"confirm\":true}", append(operator, JSON))),
                up("an operator resurrects", with("POST /api/v1/resurrect HTTP/1.1", "{}", append(operator, JSON))),
                up("an operator reads the boot script", bare("GET /api/v1/startup/script HTTP/1.1", operator)),
                up("an operator lists users", bare("GET /api/v1/users HTTP/1.1", operator)),
                up("an operator makes an admin", with("POST /api/v1/users HTTP/1.1",
                        "{\"name\":\"me\",\"password\":\"lantern-orbit-velvet-94\",\"role\":\"admin\"}",
                        append(operator, JSON))),
                up("an operator promotes itself", with("PATCH /api/v1/users/carol HTTP/1.1", "{\"role\":\"admin\"}",
                        append(operator, JSON))),
                up("an operator makes itself a token", with("POST /api/v1/tokens HTTP/1.1",
                        "{\"name\":\"mine\",\"role\":\"admin\"}", append(operator, JSON))),
                up("a role in a header", with("POST /api/v1/processes HTTP/1.1", app,
                        append(operator, JSON, "X-Role: admin", "X-Agent: admin", "X-User: admin", "X-Forwarded-User: admin"))),
                up("another address in a header", with("POST /api/v1/processes HTTP/1.1", app,
                        append(operator, JSON, "X-Original-URL: /api/v1/status", "X-Rewrite-URL: /api/v1/status"))),
                up("what is wrong is not told to those who may not", with("POST /api/v1/processes HTTP/1.1", "{broken",
                        append(operator, JSON)))));
    }

    @Test
    void guessingAPasswordIsSlowedDown() {
        accounts.addUser("grace", new Secret(People.PASSWORD), Role.ADMIN);
        var http = new RawHttp(root.getPort());

        var statuses = IntStream.range(0, 7).mapToObj(i -> http.send(signIn("grace", "guess-number-" + i))).toList();
        var right = http.send(signIn("grace", People.PASSWORD));

        assertThat(statuses.stream().map(RawHttp.Answer::status).toList()).startsWith(401, 401, 401, 401, 401).endsWith(429);
        assertThat(statuses.getLast().header("Retry-After")).singleElement().satisfies(
                seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 900));
        assertThat(right.status()).as("the right password is not looked at meanwhile").isIn(429, 303);
    }

    @Test
    void unknownAndKnownUsersGetTheSameAnswer() {
        People.session(accounts, "heidi", Role.VIEWER);
        var http = new RawHttp(root.getPort());

        var known = http.send(signIn("heidi", "not-the-password"));
        var unknown = http.send(signIn("nobody", "not-the-password"));

        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(401);
        assertThat(known.body().replace("heidi", "NAME")).isEqualTo(unknown.body().replace("nobody", "NAME"));
    }

    @TestFactory
    Stream<DynamicTest> signInLeadsNowhereElse() {
        People.session(accounts, "ivan", Role.VIEWER);
        var http = new RawHttp(root.getPort());
        return Stream
                .of("//evil.example", "https://evil.example/", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
                        "/%0d%0aSet-Cookie:%20a=b", "http:evil.example", "/\t/evil.example", "evil.example", "/ü", "")
                .map(
                        to -> DynamicTest.dynamicTest("«" + to + "»", () -> {
                            var answer = http.send(signIn("ivan", People.PASSWORD, to));

                            assertThat(answer.status()).as(answer.head()).isEqualTo(303);
                            assertThat(answer.header("Location")).singleElement()
                                    .satisfies(location -> assertThat(URI.create(location).getHost()).isIn(null, "localhost"));
                            assertThat(answer.header("Set-Cookie")).allSatisfy(cookie -> assertThat(cookie).startsWith(
                                    "pm2-console-session="));
                        }));
    }

    @TestFactory
    Stream<DynamicTest> setUpIsOverOnceThereIsSomebody() {
        People.session(accounts, "judy", Role.ADMIN);
        var form = form();
        var fields = "&name=evil&password=lantern-orbit-velvet-95&repeated=lantern-orbit-velvet-95&csrf="
                + key.formToken("browser");
        return tests(List.of(
                attempt("the printed token, used late", bare("GET /setup?token=" + setUp.token() + " HTTP/1.1", host()), 403),
                attempt("no token", bare("GET /setup HTTP/1.1", host()), 403),
                attempt("a guessed token", bare("GET /setup?token=" + "A".repeat(43) + " HTTP/1.1", host()), 403),
                attempt("the form with the printed token",
                        with("POST /setup HTTP/1.1", "token=" + setUp.token() + fields, form),
                        403),
                attempt("the form with none", with("POST /setup HTTP/1.1", "token=" + fields, form), 403)));
    }

    @Test
    void cookiesAreForThisConsolesPagesAlone() {
        People.session(accounts, "ken", Role.VIEWER);

        var answer = new RawHttp(root.getPort()).send(signIn("ken", People.PASSWORD));

        assertThat(answer.header("Set-Cookie")).singleElement().satisfies(
                cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Domain"));
        assertThat(answer.header("Cache-Control")).containsExactly("no-store");
    }

    private String signIn(String name, String password) {
        return signIn(name, password, "/");
    }

    private String signIn(String name, String password, String to) {
        return with("POST /sign-in HTTP/1.1", "name=" + name + "&password=" + password + "&to="
                + URLEncoder.encode(to, StandardCharsets.UTF_8) + "&csrf=" + key.formToken("browser"),
                form());
    }

    /// The headers of a form that a browser sends, whose cookie for forms holds `browser`.
    private String[] form() {
        return new String[] { host(), "Origin: http://localhost:" + root.getPort(), "Cookie: pm2-console-form=browser",
                "Content-Type: application/x-www-form-urlencoded" };
    }

    private String host() {
        return "Host: localhost:" + root.getPort();
    }

    private String[] bearer(String name, Role role) {
        var token = accounts.issueToken(name + "-" + System.nanoTime(), role, Optional.empty(), "test").secret().text();
        return new String[] { host(), "Authorization: Bearer " + token };
    }

    private Stream<DynamicTest> tests(List<Attempt> attempts) {
        return attempts.stream().map(it -> Attacks.test(new RawHttp(root.getPort()), it));
    }

    private static Attempt up(String what, String request) {
        return attempt(what, request, 403, "FORBIDDEN");
    }
}
