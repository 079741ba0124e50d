package dev.pm2console.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.testsupport.Api;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.RealPm2Resource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/// Every error code of the API that needs no broken daemon, with the form of its answer.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
@Timeout(240)
class ProblemsTest {

    private static final int TOO_LARGE = (1 << 20) + 1;

    private final Api api = new Api();
    RealPm2 pm2;

    @AfterEach
    void end() {
        api.deleteAll();
    }

    @Test
    void malformedJsonIsInvalidArgument() {
        var answer = api.request().contentType(ContentType.JSON).body("{\"script\": ").post("/processes");

        assertProblem(answer, 400, "INVALID_ARGUMENT", "startProcess");
    }

    @Test
    void unknownOptionsAndFailedConstraintsAreToldTogether() {
        var answer = api.post("/processes", Map.of("script", "/etc/passwd", "nmae", "x", "instances", 0));

        assertProblem(answer, 400, "INVALID_ARGUMENT", "startProcess");
        assertThat(answer.jsonPath().getList("violations.field")).contains("nmae", "script", "instances");
    }

    @Test
    void unknownQueryParameterIsInvalidArgument() {
        assertProblem(api.get("/processes?colour=red"), 400, "INVALID_ARGUMENT", "listProcesses");
    }

    @Test
    void bodyThatIsNoObjectIsInvalidArgument() {
        assertProblem(api.post("/save", List.of(1)), 400, "INVALID_ARGUMENT", "saveProcessList");
    }

    @Test
    void withoutCredentialsIsUnauthenticated() {
        var answer = RestAssured.get("/api/v1/processes");

        assertProblem(answer, 401, "UNAUTHENTICATED", null);
        assertThat(answer.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void withAWrongTokenIsUnauthenticated() {
        assertProblem(RestAssured.given().header("Authorization", "Bearer nope").get("/api/v1/processes"), 401,
                "UNAUTHENTICATED", null);
    }

    @Test
    void foreignOriginIsForbidden() {
        assertProblem(api.request().header("Origin", "http://evil.example").get("/processes"), 403, "FORBIDDEN", null);
    }

    @Test
    void foreignHostIsForbidden() {
        assertProblem(api.request().header("Host", "evil.example").get("/processes"), 403, "FORBIDDEN", null);
    }

    @Test
    void unknownProcessIsNotFoundForEveryCommand() {
        var nobody = "/processes/nobody";
        assertProblem(api.get(nobody), 404, "PROCESS_NOT_FOUND", "showProcessInfo");
        assertProblem(api.get(nobody + "/description"), 404, "PROCESS_NOT_FOUND", "describeProcess");
        assertProblem(api.get(nobody + "/logs"), 404, "PROCESS_NOT_FOUND", "showLogs");
        assertProblem(api.get("/monitor?nameOrId=nobody"), 404, "PROCESS_NOT_FOUND", "monitor");
        assertProblem(api.delete(nobody), 404, "PROCESS_NOT_FOUND", "deleteProcess");
        var bodies = Map.of(
                "stop", Map.of(), "start", Map.of(), "restart", Map.of(), "reload", Map.of(), "graceful-reload", Map.of(),
                "reset", Map.of(), "scale", Map.of("instances", 2), "signal", Map.of("signal", "SIGHUP"), "stdin",
                Map.of("line", "x"), "logs/flush", Map.of());
        bodies.forEach((action, body) -> {
            var answer = api.post(nobody + "/" + action, body);
            assertThat(answer.statusCode()).as(action).isEqualTo(404);
            assertThat(answer.jsonPath().getString("code")).as(action).isEqualTo("PROCESS_NOT_FOUND");
        });
        assertProblem(api.post(nobody + "/actions/gc"), 404, "PROCESS_NOT_FOUND", "triggerAction");
    }

    @Test
    void unknownActionIsNotFound() {
        api.start("idle.js", "idle");

        assertProblem(api.post("/processes/idle/actions/nothing"), 404, "ACTION_NOT_FOUND", "triggerAction");
    }

    @Test
    void unknownPathIsNotFound() {
        assertProblem(api.get("/nowhere"), 404, "NOT_FOUND", null);
        assertProblem(api.get("/processes/a/b/c"), 404, "NOT_FOUND", null);
    }

    @Test
    void wrongMethodIsNotAllowed() {
        assertProblem(api.request().put("/processes"), 405, "METHOD_NOT_ALLOWED", null);
    }

    @Test
    void otherRepresentationIsNotAcceptable() {
        assertProblem(api.request().accept("image/png").get("/processes"), 406, "NOT_ACCEPTABLE", null);
    }

    @Test
    void otherMediaTypeIsUnsupported() {
        assertProblem(api.request().contentType(ContentType.XML).body("<x/>").post("/processes"), 415,
                "UNSUPPORTED_MEDIA_TYPE", null);
    }

    @Test
    void nameInUseIsTaken() {
        api.start("idle.js", "idle");

        var answer = api.post("/processes", Map.of("script", "echo.js", "name", "idle"));

        assertProblem(answer, 409, "NAME_TAKEN", "startProcess");
        assertThat(answer.jsonPath().getString("violations[0].field")).isEqualTo("name");
        assertThat(api.named("idle")).singleElement().satisfies(it -> assertThat(it).containsEntry("restarts", 0));
    }

    @Test
    void forkCannotBeScaled() {
        api.start("idle.js", "idle");

        assertProblem(api.post("/processes/idle/scale", Map.of("instances", 2)), 409, "NOT_CLUSTER", "scaleProcess");
    }

    @Test
    void clusterTakesNoLines() {
        api.start("web.js", "web", "exec_mode", "cluster");

        assertProblem(api.post("/processes/web/stdin", Map.of("line", "x")), 409, "NOT_FORK", "sendLine");
    }

    @Test
    void whatRunsIsAlreadyRunning() {
        api.start("idle.js", "idle");

        assertProblem(api.post("/processes/idle/start"), 409, "ALREADY_RUNNING", "startStopped");
    }

    @Test
    void emptyListIsSavedOnlyByForce() {
        assertProblem(api.post("/save"), 409, "EMPTY_LIST", "saveProcessList");
        api.post("/save", Map.of("force", true)).then().statusCode(200);
    }

    @Test
    void scriptThatIsNotThereIsUnprocessable() {
        assertProblem(api.post("/processes", Map.of("script", "nothing.js")), 422, "SCRIPT_NOT_FOUND", "startProcess");
    }

    @Test
    void directoryOutsideTheAppsRootIsUnprocessable() {
        assertProblem(api.post("/processes", Map.of("script", "idle.js", "cwd", "/etc")), 422, "OUTSIDE_APPS_ROOT",
                "startProcess");
    }

    @Test
    void whatPm2RefusesIsPm2Failed() {
        api.start("idle.js", "idle");
        api.post("/processes/idle/stop").then().statusCode(200);

        assertProblem(api.post("/processes/idle/signal", Map.of("signal", "SIGHUP")), 502, "PM2_FAILED", "sendSignal");
    }

    @Test
    void largeBodyIsRefusedByItsLength() throws IOException {
        var answer = raw("Content-Length: " + TOO_LARGE + "\r\n\r\n", "x".repeat(1000));

        assertTooLarge(answer);
    }

    @Test
    void largeBodyIsRefusedInChunks() throws IOException {
        var chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";

        var answer = raw("Transfer-Encoding: chunked\r\n\r\n", chunk.repeat(17) + "0\r\n\r\n");

        assertTooLarge(answer);
    }

    @Test
    void muchLargerBodyIsRefusedInChunks() throws IOException {
        var chunk = "100000\r\n" + " ".repeat(0x100000) + "\r\n";

        assertTooLarge(raw("Transfer-Encoding: chunked\r\n\r\n", chunk.repeat(10) + "0\r\n\r\n"));
    }

    @Test
    void bodyOfOneMebibyteIsRead() {
        var answer = api.request().contentType(ContentType.JSON).body("{\"name\":\"" + "x".repeat((1 << 20) - 20) + "\"}")
                .post("/processes");

        assertProblem(answer, 400, "INVALID_ARGUMENT", "startProcess");
    }

    /// What the console writes back to a request of the test's own making.
    private static String raw(String framing, String body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(60_000);
            var out = socket.getOutputStream();
            out.write(("POST /api/v1/processes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Connection: close\r\nAuthorization: Bearer " + RealPm2Resource.TOKEN + "\r\n" + framing)
                    .getBytes(StandardCharsets.UTF_8));
            try {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            } catch (IOException refusedMeanwhile) {
                // the answer is there already
            }
            var answer = new StringBuilder();
            var in = socket.getInputStream();
            while (answer.indexOf("\r\n\r\n") < 0 || !answer.toString().endsWith("}")) {
                var read = in.read();
                assertThat(read).as(answer.toString()).isNotNegative();
                answer.append((char) read);
            }
            return answer.toString();
        }
    }

    private static void assertTooLarge(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 413").containsIgnoringCase("content-type: application/problem+json")
                .contains("\"code\":\"PAYLOAD_TOO_LARGE\"").contains("\"status\":413")
                .containsIgnoringCase("X-Content-Type-Options: nosniff");
    }

    private static void assertProblem(Response answer, int status, String code, String command) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        var problem = answer.jsonPath();
        assertThat(problem.getMap("").keySet()).map(Object::toString).contains("type", "title", "status", "detail", "code",
                "command");
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("code")).isEqualTo(code);
        assertThat(problem.getString("command")).isEqualTo(command);
        assertThat(problem.getString("type")).startsWith("urn:pm2-console:problem:");
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.getHeader("Content-Security-Policy")).contains("default-src 'none'");
    }
}
