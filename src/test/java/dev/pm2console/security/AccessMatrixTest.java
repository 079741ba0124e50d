package dev.pm2console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.audit.AuditEntry;
import dev.pm2console.audit.AuditLog;
import dev.pm2console.audit.AuditQuery;
import dev.pm2console.testsupport.People;
import dev.pm2console.testsupport.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.websockets.next.WebSocket;
import io.vertx.ext.web.Router;

/// Who may do what: every route of the console times nobody, viewer, operator and admin. A route that is in no row of the
/// table fails [#everyRouteIsInTheTable].
@QuarkusTest
@TestProfile(Guarded.class)
class AccessMatrixTest {

    /// The least that a caller has to be.
    private enum Least {
        NOBODY,
        VIEWER,
        OPERATOR,
        ADMIN;

        Optional<Role> role() {
            return this == NOBODY ? Optional.empty() : Optional.of(Role.valueOf(name()));
        }
    }

    /// @param route `METHOD /path`, with the path's parameters as the code has them
    /// @param least who may use it
    /// @param body  what is sent: something that is refused for other reasons by the time that it would do anything
    private record Row(String route, Least least, String body) {
    }

    private static final String ACCEPTED = "Accept: text/html;q=0.1, application/json, text/event-stream, */*";
    private static final String INVALID = "{\"no-such-option\":1}";
    private static final List<Row> API = List.of(
            row("GET /api/v1/processes", Least.VIEWER),
            row("POST /api/v1/processes", Least.ADMIN),
            row("GET /api/v1/processes/{nameOrId}", Least.VIEWER),
            row("DELETE /api/v1/processes/{nameOrId}", Least.ADMIN),
            row("GET /api/v1/processes/{nameOrId}/description", Least.VIEWER),
            row("POST /api/v1/processes/{nameOrId}/start", Least.OPERATOR),
            row("POST /api/v1/processes/{nameOrId}/stop", Least.OPERATOR),
            row("POST /api/v1/processes/{nameOrId}/restart", Least.OPERATOR),
            row("POST /api/v1/processes/{nameOrId}/reload", Least.OPERATOR),
            row("POST /api/v1/processes/{nameOrId}/graceful-reload", Least.OPERATOR),
            row("POST /api/v1/processes/{nameOrId}/scale", Least.OPERATOR),
            row("POST /api/v1/processes/{nameOrId}/reset", Least.OPERATOR),
            row("POST /api/v1/processes/{nameOrId}/signal", Least.OPERATOR),
            row("POST /api/v1/processes/{nameOrId}/stdin", Least.OPERATOR),
            row("POST /api/v1/processes/{nameOrId}/actions/{action}", Least.OPERATOR),
            row("POST /api/v1/ecosystem", Least.ADMIN),
            row("GET /api/v1/logs", Least.VIEWER),
            row("GET /api/v1/logs/context", Least.VIEWER),
            row("GET /api/v1/processes/{nameOrId}/logs", Least.VIEWER),
            row("GET /api/v1/logs/search", Least.VIEWER),
            row("GET /api/v1/logs/usage", Least.VIEWER),
            row("GET /api/v1/processes/{nameOrId}/logs/download", Least.VIEWER),
            row("POST /api/v1/logs/flush", Least.OPERATOR),
            row("POST /api/v1/processes/{nameOrId}/logs/flush", Least.OPERATOR),
            row("POST /api/v1/logs/reload", Least.OPERATOR),
            row("GET /api/v1/status", Least.VIEWER),
            row("GET /api/v1/version", Least.VIEWER),
            row("GET /api/v1/monitor", Least.VIEWER),
            row("GET /api/v1/history", Least.VIEWER),
            row("GET /api/v1/processes/{nameOrId}/history", Least.VIEWER),
            row("GET /api/v1/drift", Least.VIEWER),
            row("POST /api/v1/save", Least.OPERATOR),
            row("POST /api/v1/resurrect", Least.ADMIN),
            row("POST /api/v1/kill", Least.ADMIN),
            row("POST /api/v1/startup", Least.ADMIN),
            row("GET /api/v1/startup/script", Least.ADMIN),
            row("GET /api/v1/users", Least.ADMIN),
            row("POST /api/v1/users", Least.ADMIN),
            row("PATCH /api/v1/users/{name}", Least.ADMIN),
            row("DELETE /api/v1/users/{name}", Least.ADMIN),
            row("GET /api/v1/tokens", Least.ADMIN),
            row("POST /api/v1/tokens", Least.ADMIN),
            row("DELETE /api/v1/tokens/{id}", Least.ADMIN),
            row("POST /api/v1/account/password", Least.VIEWER),
            row("GET /api/v1/events", Least.VIEWER),
            row("GET /api/v1/alerts", Least.VIEWER),
            row("GET /api/v1/alerts/rules", Least.VIEWER),
            row("POST /api/v1/alerts/rules", Least.ADMIN),
            row("PATCH /api/v1/alerts/rules/{id}", Least.ADMIN),
            row("DELETE /api/v1/alerts/rules/{id}", Least.ADMIN),
            row("GET /api/v1/alerts/channels", Least.VIEWER),
            row("POST /api/v1/alerts/channels", Least.ADMIN),
            row("PATCH /api/v1/alerts/channels/{id}", Least.ADMIN),
            row("DELETE /api/v1/alerts/channels/{id}", Least.ADMIN),
            row("POST /api/v1/alerts/channels/{id}/test", Least.ADMIN),
            row("GET /api/v1/audit", Least.ADMIN));

    /// Pages and what the framework serves. Whoever may not see a page gets 401 or 403.
    private static final List<Row> PAGES = List.of(
            row("GET /", Least.VIEWER),
            row("GET /processes/rows", Least.VIEWER),
            row("GET /processes/new", Least.VIEWER), // says who may
            row("GET /processes/new/ecosystem", Least.VIEWER), // likewise
            row("GET /processes/new/files", Least.ADMIN),
            row("GET /logs", Least.VIEWER),
            row("GET /processes/{nameOrId}", Least.VIEWER),
            row("GET /processes/{nameOrId}/logs", Least.VIEWER),
            row("GET /processes/{nameOrId}/actions", Least.VIEWER),
            row("GET /processes/{nameOrId}/events", Least.VIEWER),
            row("GET /processes/{nameOrId}/configuration", Least.VIEWER),
            row("GET /processes/{nameOrId}/configuration/environment", Least.OPERATOR),
            row("GET /processes/{nameOrId}/configuration/options", Least.ADMIN),
            row("GET /events", Least.VIEWER),
            row("GET /settings", Least.VIEWER),
            row("GET /system", Least.VIEWER),
            row("GET /drift", Least.VIEWER),
            row("GET /alerts", Least.VIEWER),
            row("GET /alerts/add-rule", Least.ADMIN),
            row("GET /alerts/rules/{id}", Least.ADMIN),
            row("GET /alerts/add-channel", Least.ADMIN),
            row("GET /alerts/channels/{id}", Least.ADMIN),
            row("GET /audit", Least.ADMIN),
            row("GET /audit/export", Least.ADMIN),
            row("GET /settings/add-user", Least.ADMIN),
            row("GET /settings/add-token", Least.ADMIN),
            row("GET /settings/users/{name}", Least.ADMIN),
            row("GET /system/boot-script", Least.ADMIN),
            row("GET /form-token", Least.VIEWER),
            row("GET /sign-in", Least.NOBODY),
            row("GET /pulse", Least.NOBODY),
            new Row("POST /mcp", Least.VIEWER, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}"),
            row("GET /q/openapi", Least.VIEWER),
            row("GET /q/metrics", Least.VIEWER),
            row("GET /q/swagger-ui/", Least.VIEWER),
            row("GET /q/health", Least.NOBODY),
            row("GET /q/health/live", Least.NOBODY),
            row("GET /q/health/ready", Least.NOBODY));

    /// Forms: the answer is a page that says how it went, so the audit tells whether the command was refused.
    private static final List<Row> FORMS = List.of(
            form("POST /processes/action", Least.OPERATOR, "do=restart&target=name%3Anone"),
            form("POST /processes/{nameOrId}/actions/trigger", Least.OPERATOR, "action=gc"),
            form("POST /processes/{nameOrId}/actions/signal", Least.OPERATOR, "signal=SIGHUP&confirmed=yes"),
            form("POST /processes/{nameOrId}/actions/line", Least.OPERATOR, "line=x"),
            form("POST /processes/{nameOrId}/actions/reset", Least.OPERATOR, ""),
            form("POST /processes/{nameOrId}/configuration/reveal", Least.ADMIN, "variable=PATH"),
            form("POST /processes/{nameOrId}/configuration/environment", Least.OPERATOR, "name=A&value=b"),
            form("POST /processes/{nameOrId}/configuration/options", Least.ADMIN, "step=preview"),
            form("POST /processes/scale", Least.OPERATOR, "target=name%3Anone&instances=2"),
            form("POST /processes/new", Least.ADMIN, "script=%2Fno"),
            form("POST /processes/new/browse", Least.ADMIN, "at=.."),
            form("POST /processes/new/ecosystem", Least.ADMIN, "do=start&text=no"),
            form("POST /processes/examples", Least.ADMIN, ""),
            form("POST /daemon/save", Least.OPERATOR, ""),
            form("POST /daemon/start", Least.ADMIN, ""),
            form("POST /daemon/reload-logs", Least.OPERATOR, ""),
            form("POST /daemon/flush-logs", Least.OPERATOR, "confirmed=yes"),
            form("POST /logs/flush", Least.OPERATOR, "target=name%3Anone&confirmed=yes"),
            form("POST /system/boot-script", Least.ADMIN, "platform=none"),
            form("POST /daemon/kill", Least.ADMIN, "confirmed=yes"),
            form("POST /alerts/rules", Least.ADMIN, "name="),
            form("POST /alerts/rules/{id}", Least.ADMIN, "name="),
            form("POST /alerts/rules/{id}/enabled", Least.ADMIN, "enabled=false"),
            form("POST /alerts/rules/{id}/remove", Least.ADMIN, "confirmed=yes"),
            form("POST /alerts/presets", Least.ADMIN, "preset=crash-loop"),
            form("POST /alerts/channels", Least.ADMIN, "name="),
            form("POST /alerts/channels/{id}", Least.ADMIN, "name="),
            form("POST /alerts/channels/{id}/test", Least.ADMIN, ""),
            form("POST /alerts/channels/{id}/remove", Least.ADMIN, "confirmed=yes"),
            form("POST /settings/users", Least.ADMIN, "name=x&password=short&role=admin"),
            form("POST /settings/users/{name}/role", Least.ADMIN, "role=admin"),
            form("POST /settings/users/{name}/password", Least.ADMIN, "password=short"),
            form("POST /settings/users/{name}/access", Least.ADMIN, "disabled=true"),
            form("POST /settings/users/{name}/sign-out", Least.ADMIN, ""),
            form("POST /settings/users/{name}/remove", Least.ADMIN, "confirmed=yes"),
            form("POST /settings/tokens", Least.ADMIN, "name=x&role=nobody"),
            form("POST /settings/tokens/{id}/revoke", Least.ADMIN, "confirmed=yes"));

    /// Open to all, and each with rules of its own that other tests hold it to.
    private static final Set<String> DOORS = Set.of("POST /sign-in", "POST /sign-out", "GET /setup", "POST /setup",
            "POST /settings/password");
    private static final Set<String> SOCKETS = Set.of("/live/metrics", "/live/events", "/live/logs");

    @TestHTTPResource
    URI root;
    @Inject
    Accounts accounts;
    @Inject
    AuditLog audit;
    @Inject
    Router router;

    /// Before that it is not even said where to sign in.
    @BeforeEach
    void setUp() {
        People.session(accounts, "somebody", Role.ADMIN);
    }

    @TestFactory
    Stream<DynamicTest> apiAndPages() {
        return Stream.concat(API.stream(), PAGES.stream()).flatMap(row -> callers().entrySet().stream()
                .map(caller -> DynamicTest.dynamicTest(row.route + " by " + caller.getKey(), () -> {
                    var answer = send(row, caller.getValue());
                    var status = answer.status();

                    if (mayUse(row, caller.getKey())) {
                        assertThat(status).isNotIn(0, 401, 403, 405, 415, 500);
                        assertThat(status == 404 && !isAboutWhatIsNamed(row, answer)).as("nothing at this address").isFalse();
                    } else {
                        assertThat(status).isEqualTo(caller.getKey() == Least.NOBODY ? 401 : 403);
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> forms() {
        return FORMS.stream().flatMap(row -> callers().entrySet().stream()
                .map(caller -> DynamicTest.dynamicTest(row.route + " by " + caller.getKey(), () -> {
                    var status = send(row, caller.getValue()).status();

                    if (caller.getKey() == Least.NOBODY) {
                        assertThat(status).isEqualTo(401);
                    } else {
                        var last = audit.find(new AuditQuery(Optional.of("token:matrix-" + caller.getKey()), Optional.empty(),
                                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()), 1);
                        assertThat(last).singleElement().satisfies(entry -> assertThat(
                                entry.outcome() == AuditEntry.Outcome.REFUSED).isNotEqualTo(mayUse(row, caller.getKey())));
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> sockets() {
        return SOCKETS.stream().flatMap(path -> callers().entrySet().stream()
                .map(caller -> DynamicTest.dynamicTest(path + " by " + caller.getKey(), () -> {
                    var answer = new RawHttp(root.getPort()).send(Attacks.bare("GET " + path + " HTTP/1.1",
                            Stream.concat(headers(caller.getValue()), Stream.of("Upgrade: websocket", "Connection: Upgrade",
                                    "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="))
                                    .toArray(String[]::new)));

                    assertThat(answer.status()).isEqualTo(caller.getKey() == Least.NOBODY ? 401 : 101);
                })));
    }

    @Test
    void everyRouteIsInTheTable() {
        var classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.pm2console");
        var found = new TreeSet<String>();
        classes.stream().filter(it -> it.isAnnotatedWith(Path.class)).map(JavaClass::reflect)
                .forEach(type -> found.addAll(routes(type)));
        classes.stream().filter(it -> it.isAnnotatedWith(WebSocket.class)).map(JavaClass::reflect)
                .forEach(type -> found.add("SOCKET " + type.getAnnotation(WebSocket.class).path()));
        var known = new TreeSet<>(DOORS);
        Stream.of(API, PAGES, FORMS).flatMap(List::stream).map(Row::route).forEach(known::add);
        SOCKETS.forEach(path -> known.add("SOCKET " + path));

        assertThat(known).containsAll(found);
        assertThat(found)
                .containsAll(known.stream().filter(route -> !route.contains(" /q/") && !route.endsWith(" /mcp")).toList());
    }

    /// What the framework adds of itself is known, too.
    @Test
    void frameworkServesNothingElse() {
        var served = new TreeSet<String>();
        router.getRoutes().forEach(route -> Optional.ofNullable(route.getPath()).filter(path -> path.startsWith("/q/"))
                .ifPresent(path -> served.add(path.replaceAll("/?\\*$", ""))));

        assertThat(served).allSatisfy(path -> assertThat(path)
                .matches("/q/?|/q/(health|metrics|openapi|swagger-ui)(/.*)?|/q/openapi\\.(json|yaml|yml)"));
    }

    /// Whether the address exists, and only who or what it names does not.
    private static boolean isAboutWhatIsNamed(Row row, RawHttp.Answer answer) {
        return row.route.contains("{") && (answer.body().contains("\"command\":\"") || !row.route.contains(" /api/"));
    }

    private boolean mayUse(Row row, Least caller) {
        return caller.compareTo(row.least) >= 0;
    }

    private Map<Least, Optional<String>> callers() {
        var tokens = new LinkedHashMap<Least, Optional<String>>();
        for (var least : Least.values()) {
            tokens.put(least, least.role().map(role -> token(least, role)));
        }
        return tokens;
    }

    /// A new token under the same name each time.
    private String token(Least least, Role role) {
        var name = "matrix-" + least;
        accounts.tokens().stream().filter(it -> it.name().equals(name)).forEach(it -> accounts.revokeToken(it.id()));
        return accounts.issueToken(name, role, Optional.empty(), "test").secret().text();
    }

    private RawHttp.Answer send(Row row, Optional<String> token) {
        var line = row.route.replaceAll("\\{id}", "999999").replaceAll("\\{[a-zA-Z]+}", "none") + " HTTP/1.1";
        var isForm = FORMS.contains(row);
        var type = isForm ? "application/x-www-form-urlencoded" : "application/json";
        var headers = Stream.concat(headers(token), Stream.of(ACCEPTED)).toArray(String[]::new);
        var http = new RawHttp(root.getPort());
        return row.body.isEmpty() && !isForm ? http.send(Attacks.bare(line, headers))
                : http.send(Attacks.with(line, row.body, ForeignNamesTest.append(headers, "Content-Type: " + type)));
    }

    private Stream<String> headers(Optional<String> token) {
        return Stream.concat(Stream.of("Host: localhost:" + root.getPort()),
                token.stream().map(it -> "Authorization: Bearer " + it));
    }

    private static Set<String> routes(Class<?> type) {
        var routes = new TreeSet<String>();
        for (var method : type.getDeclaredMethods()) {
            Arrays.stream(method.getAnnotations()).flatMap(it -> Optional.ofNullable(
                    it.annotationType().getAnnotation(HttpMethod.class)).stream()).forEach(http -> {
                        var path = type.getAnnotation(Path.class).value() + "/"
                                + Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value).orElse("");
                        var clean = "/" + path.replaceAll("/+", "/").replaceAll("^/|/$", "");
                        routes.add(http.value() + " " + clean.replaceAll("\\{(\\w+)[^}]*}", "{$1}"));
                    });
        }
        return routes;
    }

    private static Row row(String route, Least least) {
        return new Row(route, least, route.startsWith("GET") || route.startsWith("DELETE") ? "" : INVALID);
    }

    private static Row form(String route, Least least, String fields) {
        return new Row(route, least, "by=test&" + fields);
    }
}
