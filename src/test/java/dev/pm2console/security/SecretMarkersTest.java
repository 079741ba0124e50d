package dev.pm2console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.accounts.SessionKey;
import dev.pm2console.storage.DataDirectory;
import dev.pm2console.testsupport.Api;
import dev.pm2console.testsupport.People;
import dev.pm2console.testsupport.RawHttp;
import dev.pm2console.testsupport.RawWebSocket;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.RealPm2Resource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/// Plants secrets wherever the console is given some, uses everything, and looks for them everywhere else.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
class SecretMarkersTest {

    private static final String ENV = "marker-of-an-app-environment-17";
    private static final String UPDATED_ENV = "marker-of-an-updated-environment-23";
    private static final String REFUSED_ENV = "marker-of-a-refused-environment-31";
    private static final String PASSWORD = "marker-velvet-lantern-47";
    private static final String NEXT_PASSWORD = "marker-orbit-harbour-59";
    private static final String GUESS = "marker-of-a-wrong-guess-61";
    private static final String MISTYPED_NAME = "marker-typed-as-a-name-67";
    private static final String BROKEN_JSON = "marker-in-broken-json-71";
    private static final String LINE = "marker-of-a-line-of-input-79";

    private final Api api = new Api();
    private final StringBuilder log = new StringBuilder();
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            synchronized (log) {
                log.append(new SimpleFormatter().format(entry)).append('\n');
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };
    RealPm2 pm2;
    @TestHTTPResource
    URI root;
    @Inject
    Accounts accounts;
    @Inject
    SessionKey key;
    @Inject
    DataDirectory data;

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(handler);
    }

    @AfterEach
    void end() {
        Logger.getLogger("").removeHandler(handler);
        api.deleteAll();
    }

    @Test
    void secretsStayWhereTheyBelong() throws Exception {
        var id = api.start("idle.js", "keeper", "env", Map.of("MARKED", ENV)).getFirst();
        keep("restart", api.post("/processes/keeper/restart", Map.of("updateEnv", Map.of("LATER", UPDATED_ENV))).asString());
        keep("refused start", api.post("/processes", Map.of("script", "../x.js", "env", Map.of("SECRET", REFUSED_ENV, "PATH",
                REFUSED_ENV))).asString());
        keep("broken", api.post("/processes", "{\"script\": \"" + BROKEN_JSON + "\",,}").asString());
        keep("line", api.post("/processes/keeper/stdin", Map.of("line", LINE)).asString());
        keep("user", api.post("/users", Map.of("name", "marked", "password", PASSWORD, "role", "admin")).asString());
        keep("change", api.request().contentType("application/json").body(Map.of("password", NEXT_PASSWORD))
                .patch("/users/marked").asString());
        var token = api.post("/tokens", Map.of("name", "marked", "role", "viewer")).then().statusCode(201).extract()
                .<String> path("token");
        var session = People.session(accounts, "looker", Role.ADMIN);
        keep("guess", signIn("marked", GUESS));
        keep("mistyped", signIn(MISTYPED_NAME, "x"));
        for (var path : List.of("/processes", "/processes?detailed", "/processes/keeper", "/processes/keeper/description",
                "/status", "/version", "/monitor", "/drift", "/logs", "/processes/keeper/logs", "/users", "/tokens", "/audit",
                "/startup/script?platform=ubuntu", "/processes/" + id + "/description?reveal=NOT_THERE")) {
            keep("GET " + path, api.get(path).asString());
        }
        keep("save", api.post("/save").asString());
        for (var page : List.of("/", "/processes/rows", "/processes/new", "/processes/new/ecosystem",
                "/processes/new/files", "/settings", "/audit", "/system", "/q/openapi",
                "/q/health", "/nowhere", "/audit/export?format=jsonl", "/audit/export?format=csv")) {
            keep("page " + page, get(page, "Cookie: pm2-console-session=" + session));
        }
        keep("by token", get("/api/v1/status", "Authorization: Bearer " + token));
        keep("metrics", frames("/live/metrics", session));
        keep("events", frames("/live/events", session));

        var secrets = List.of(ENV, UPDATED_ENV, REFUSED_ENV, PASSWORD, NEXT_PASSWORD, GUESS, MISTYPED_NAME, BROKEN_JSON, LINE,
                token, session, RealPm2Resource.TOKEN, People.PASSWORD);

        answers.forEach((what, answer) -> assertThat(answer).as(what).doesNotContain(
                secrets.stream().filter(it -> !it.equals(MISTYPED_NAME) || !what.equals("mistyped")).toArray(String[]::new)));
        synchronized (log) {
            assertThat(log.toString()).contains("startProcess").doesNotContain(secrets.toArray(String[]::new));
        }
        for (var file : files(data.path())) {
            assertThat(read(file)).as(file.toString()).doesNotContain(secrets.toArray(String[]::new));
        }
        for (var file : processFiles("cmdline")) {
            assertThat(read(file)).as(file.toString()).doesNotContain(secrets.toArray(String[]::new));
        }
        var inherited = pm2.processes().stream().map(process -> read(Path.of("/proc/" + process.pid() + "/environ"))).toList();
        assertThat(inherited).isNotEmpty().allSatisfy(environment -> assertThat(environment)
                .doesNotContain(RealPm2Resource.TOKEN, token, session, PASSWORD, NEXT_PASSWORD));
        assertThat(inherited).anySatisfy(environment -> assertThat(environment).contains(ENV, UPDATED_ENV));
    }

    @Test
    void revealedValueIsShownToAdminsAndWrittenNowhere() {
        api.start("idle.js", "keeper", "env", Map.of("MARKED", ENV));

        var shown = api.get("/processes/keeper/description?reveal=MARKED").asString();

        assertThat(shown).contains(ENV);
        assertThat(api.get("/audit?limit=5").asString()).contains("\"reveal\":\"MARKED\"").doesNotContain(ENV);
        synchronized (log) {
            assertThat(log.toString()).contains("reveal=\"MARKED\"").doesNotContain(ENV);
        }
    }

    private void keep(String what, String answer) {
        assertThat(answer).as(what).isNotNull();
        answers.put(what, answer);
    }

    private String get(String path, String credential) {
        var answer = new RawHttp(root.getPort()).send(Attacks.bare("GET " + path + " HTTP/1.0",
                "Host: localhost:" + root.getPort(), "Accept: text/html, */*;q=0.1", credential));
        return answer.head() + "\n" + answer.body();
    }

    private String signIn(String name, String password) {
        var answer = new RawHttp(root.getPort()).send(Attacks.with("POST /sign-in HTTP/1.1",
                "name=" + name + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8) + "&csrf="
                        + key.formToken("browser"),
                "Host: localhost:" + root.getPort(), "Origin: http://localhost:" + root.getPort(),
                "Cookie: pm2-console-form=browser", "Content-Type: application/x-www-form-urlencoded"));
        return answer.head() + "\n" + answer.body();
    }

    private String frames(String path, String session) throws IOException {
        try (var socket = new RawWebSocket(root.getPort(), path, "Cookie: pm2-console-session=" + session,
                "Origin: http://localhost:" + root.getPort())) {
            var first = socket.next().text();
            api.post("/processes/keeper/restart").then().statusCode(200);
            return first + "\n" + socket.next().text();
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).filter(file -> !file.toString().contains("sqlitejdbc")).toList();
        }
    }

    /// A file of every process of the machine.
    private static List<Path> processFiles(String name) throws IOException {
        var found = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            all.forEach(process -> found.add(process.resolve(name)));
        }
        return found;
    }

    /// Its bytes as characters; nothing of a process that has ended meanwhile.
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException ended) {
            return "";
        } catch (IOException e) {
            if (file.startsWith("/proc")) {
                return ""; // ended between opening and reading
            }
            throw new UncheckedIOException(e);
        }
    }
}
