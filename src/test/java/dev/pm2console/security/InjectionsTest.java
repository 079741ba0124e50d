package dev.pm2console.security;

import static dev.pm2console.security.Attacks.attempt;
import static dev.pm2console.security.Attacks.bare;
import static dev.pm2console.security.Attacks.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

import dev.pm2console.accounts.SessionKey;
import dev.pm2console.security.Attacks.Attempt;
import dev.pm2console.testsupport.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/// An administrator's token in the wrong hands still runs nothing but scripts inside the apps root: nothing reaches a shell,
/// no path leads out, no variable loads foreign code. And what is sent comes back as text, never as markup.
@QuarkusTest
@TestProfile(Guarded.class)
class InjectionsTest {

    @TestHTTPResource
    URI root;
    @Inject
    SessionKey key;

    @TestFactory
    Stream<DynamicTest> scripts() {
        var attempts = new ArrayList<Attempt>();
        for (var script : List.of("", " ", "/etc/passwd", "../outside.js", "folder/../../outside.js", "..\\outside.js",
                "./../x",
                "app.js;id", "app.js && id", "$(id)", "`id`", "app.js|id", "a b.js", "-e", "--eval", "~/x.js", "app.js\nid",
                "app.js\u0000.txt", "\u202eapp.js", "a\tb", "a".repeat(1_025))) {
            // a metacharacter is an odd name at most: no file has it
            var isName = script.matches("[^ \\s\\\\/-]*[;$`|&][^ \\s]*") && !script.contains(" ");
            attempts.add(start("script «" + shown(script) + "»", "{\"script\":" + json(script) + "}", isName ? 422 : 400,
                    isName ? "SCRIPT_NOT_FOUND" : "INVALID_ARGUMENT"));
        }
        attempts.add(start("a link that leads out", "{\"script\":\"link.js\"}", 422, "OUTSIDE_APPS_ROOT"));
        attempts.add(start("a file behind a link that leads out", "{\"script\":\"way-out/passwd\"}", 422, "OUTSIDE_APPS_ROOT"));
        attempts.add(start("a directory", "{\"script\":\"folder\"}", 422, "SCRIPT_NOT_FOUND"));
        attempts.add(start("no such file", "{\"script\":\"nothing.js\"}", 422, "SCRIPT_NOT_FOUND"));
        attempts.add(
                start("a directory of the machine's", "{\"script\":\"passwd\",\"cwd\":\"/etc\"}", 422, "OUTSIDE_APPS_ROOT"));
        attempts.add(
                start("a directory behind a link", "{\"script\":\"passwd\",\"cwd\":\"way-out\"}", 422, "OUTSIDE_APPS_ROOT"));
        attempts.add(start("a directory above", "{\"script\":\"outside.js\",\"cwd\":\"..\"}", 422, "OUTSIDE_APPS_ROOT"));
        return tests(attempts);
    }

    @TestFactory
    Stream<DynamicTest> options() {
        var attempts = new ArrayList<Attempt>();
        for (var option : List.of("\"name\":\"a;id\"", "\"name\":\"--help\"", "\"name\":\"all\"", "\"name\":\"7\"",
                "\"name\":\"../x\"", "\"name\":\"<script>\"", "\"interpreter\":\"/bin/sh\"", "\"interpreter\":\"sh\"",
                "\"interpreter\":\"node;id\"", "\"node_args\":[\"-e\",\"x\"]", "\"node_args\":[\"--eval=x\"]",
                "\"node_args\":[\"--inspect=0.0.0.0\"]", "\"interpreter_args\":[\"-c\",\"id\"]",
                "\"env\":{\"NODE_OPTIONS\":\"--require /tmp/x\"}", "\"env\":{\"LD_PRELOAD\":\"/tmp/x.so\"}",
                "\"env\":{\"PATH\":\"/tmp\"}", "\"env\":{\"PM2_HOME\":\"/tmp\"}", "\"env\":{\"BASH_ENV\":\"/tmp/x\"}",
                "\"env\":{\"PYTHONSTARTUP\":\"/tmp/x\"}", "\"env\":{\"name\":\"x\"}", "\"env\":{\"__proto__\":\"x\"}",
                "\"env\":{\"constructor\":\"x\"}", "\"env\":{\"A B\":\"x\"}", "\"env\":{\"A\":\"a\\u0000b\"}",
                "\"env\":{\"A\":{}}", "\"out_file\":\"/etc/cron.d/x.log\"", "\"error_file\":\"../../x.log\"",
                "\"log_file\":\"/root/.ssh/authorized_keys\"", "\"watch\":[\"/etc\"]", "\"instances\":0", "\"instances\":257",
                "\"instances\":-1", "\"cron_restart\":\"* * * * * ; id\"", "\"cron_restart\":\"" + "(".repeat(500) + "\"",
                "\"pid_file\":\"/tmp/x\"", "\"uid\":\"root\"", "\"post_update\":[\"id\"]", "\"source_map_support\":true",
                "\"namespace\":\"a/../b\"", "\"log_date_format\":\"" + "Y".repeat(101) + "\"", "\"args\":\"'open\"")) {
            attempts.add(new Attempt("option " + option.substring(0, Math.min(50, option.length())),
                    post("/api/v1/processes", "{\"script\":\"app.js\"," + option + "}"), 0, Optional.empty()));
        }
        return attempts.stream().map(it -> DynamicTest.dynamicTest(it.what(), () -> {
            var answer = new RawHttp(root.getPort()).send(it.request());

            assertThat(answer.status()).as(answer.body()).isIn(400, 422);
            assertThat(answer.code()).isIn("INVALID_ARGUMENT", "OUTSIDE_APPS_ROOT");
        }));
    }

    @TestFactory
    Stream<DynamicTest> otherCommands() {
        return tests(List.of(
                attempt("a signal that is none", post("/api/v1/processes/web/signal", "{\"signal\":\"9; id\"}"), 400,
                        "INVALID_ARGUMENT"),
                attempt("two lines in one", post("/api/v1/processes/web/stdin", "{\"line\":\"a\\nb\"}"), 400,
                        "INVALID_ARGUMENT"),
                attempt("a user that is a command", post("/api/v1/startup", "{\"user\":\"root; id\"}"), 400,
                        "INVALID_ARGUMENT"),
                attempt("a user that is an option", post("/api/v1/startup", "{\"user\":\"--hp=/\"}"), 400, "INVALID_ARGUMENT"),
                attempt("a platform that is a path", post("/api/v1/startup", "{\"platform\":\"../../x\"}"), 400,
                        "INVALID_ARGUMENT"),
                attempt("a variable that loads code, on restart", post("/api/v1/processes/web/restart",
                        "{\"updateEnv\":{\"NODE_OPTIONS\":\"--require /tmp/x\"}}"), 400, "INVALID_ARGUMENT"),
                attempt("kill without confirmation", post("/api/v1/kill", "{}"), 400, "INVALID_ARGUMENT"),
                attempt("kill with a string for confirmation", post("/api/v1/kill", "{\"confirm\":\"true\"}"), 400,
                        "INVALID_ARGUMENT"),
                attempt("101 apps at once", post("/api/v1/ecosystem", "{\"apps\":["
                        + "{\"script\":\"app.js\"},".repeat(100) + "{\"script\":\"app.js\"}]}"), 400, "INVALID_ARGUMENT"),
                attempt("one bad app among good ones", post("/api/v1/ecosystem",
                        "{\"apps\":[{\"script\":\"app.js\"},{\"script\":\"/etc/passwd\"}]}"), 400, "INVALID_ARGUMENT"),
                attempt("lines without end", bare("GET /api/v1/logs?lines=999999999999 HTTP/1.1", admin()), 400,
                        "INVALID_ARGUMENT"),
                attempt("a scale that is a command", post("/api/v1/processes/web/scale", "{\"instances\":\"$(id)\"}"), 400,
                        "INVALID_ARGUMENT")));
    }

    @TestFactory
    Stream<DynamicTest> markupComesBackAsText() {
        return Stream.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'-alert(1)-'", "{alert(1)}",
                "{#include layout}", "</title><svg onload=alert(1)>").map(text -> DynamicTest.dynamicTest(text, () -> {
                    var query = URLEncoder.encode(text, StandardCharsets.UTF_8);
                    var http = new RawHttp(root.getPort());

                    var list = http.send(bare("GET /?q=" + query + " HTTP/1.1", admin()));
                    var form = http.send(with("POST /sign-in HTTP/1.1", "password=x&csrf=" + key.formToken("browser") + "&name="
                            + query, "Host: localhost:" + root.getPort(), "Origin: http://localhost:" + root.getPort(),
                            "Cookie: pm2-console-form=browser", "Content-Type: application/x-www-form-urlencoded"));

                    assertThat(list.status()).isEqualTo(200);
                    assertThat(form.status()).isIn(401, 429);
                    for (var answer : List.of(list, form)) {
                        assertThat(answer.body()).doesNotContain("<script>alert", "<img src=x", "<svg onload",
                                "alert(1)</script>");
                        assertThat(answer.header("Content-Security-Policy")).singleElement().asString()
                                .contains("script-src 'self';", "frame-ancestors 'none'").doesNotContain("unsafe");
                    }
                }));
    }

    private Attempt start(String what, String body, int status, String code) {
        return attempt(what, post("/api/v1/processes", body), status, code);
    }

    private String post(String path, String body) {
        // as the bytes that UTF-8 has for it
        var bytes = new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return with("POST " + path + " HTTP/1.1", bytes, ForeignNamesTest.append(admin(), "Content-Type: application/json"));
    }

    private String[] admin() {
        return new String[] { "Host: localhost:" + root.getPort(), "Authorization: Bearer " + Guarded.ADMIN_TOKEN };
    }

    private static String json(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private Stream<DynamicTest> tests(List<Attempt> attempts) {
        return attempts.stream().map(it -> Attacks.test(new RawHttp(root.getPort()), it));
    }
}
