package dev.pm2console.rest;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.testsupport.Api;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.RealPm2Resource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/// The commands for processes, over REST and on a real PM2.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
@Timeout(240)
class ProcessCommandsTest {

    private static final List<String> SUMMARY = List.of("id", "name", "namespace", "status", "pid", "mode", "cpu", "memory",
            "restarts", "uptimeMs", "startedAt", "user", "watching", "version");
    private static final List<String> DETAIL = List.of("script", "args", "cwd", "interpreter", "interpreterArgs",
            "nodeVersion", "logs", "autorestart", "maxMemoryRestart", "cronRestart", "unstableRestarts", "exitCode",
            "createdAt", "metrics", "actions", "threads", "openFiles", "openFilesLimit", "diskRead", "diskWrite", "pss",
            "measured");

    private final Api api = new Api();
    RealPm2 pm2;

    @AfterEach
    void end() {
        api.deleteAll();
    }

    @Test
    void startAnswers201WithTheProcessAndItsLocation() {
        var answer = api.post("/processes", Map.of("script", "idle.js", "name", "one"));

        answer.then().statusCode(201);
        var process = answer.jsonPath().getMap("processes[0]");
        assertThat(process.keySet()).map(Object::toString).containsExactlyElementsOf(SUMMARY);
        assertThat(process).containsEntry("name", "one").containsEntry("status", "online").containsEntry("mode", "fork")
                .containsEntry("namespace", "default").containsEntry("restarts", 0).containsEntry("watching", false)
                .containsEntry("version", null);
        assertThat(answer.jsonPath().getLong("tookMs")).isPositive();
        assertThat(answer.getHeader("Location")).endsWith("/api/v1/processes/" + process.get("id"));
        assertThat(ProcessHandle.of(((Number) process.get("pid")).longValue())).isPresent();
    }

    @Test
    void detailedViewsHaveEveryFieldAndNullForWhatIsNotThere() {
        api.start("idle.js", "one", "args", List.of("--port", "80"), "max_memory_restart", "100M");

        var detail = api.get("/processes/one").then().statusCode(200).extract().jsonPath().getMap("processes[0]");
        var listed = api.get("/processes?detailed=true").then().statusCode(200).extract().jsonPath();
        var described = api.get("/processes/one/description").then().statusCode(200).extract().jsonPath()
                .getMap("processes[0]");

        assertThat(detail.keySet()).map(Object::toString).containsExactlyInAnyOrderElementsOf(
                Stream.concat(SUMMARY.stream(), DETAIL.stream()).toList());
        assertThat(detail).containsEntry("cronRestart", null).containsEntry("maxMemoryRestart", 104857600)
                .containsEntry("args", List.of("--port", "80")).containsEntry("autorestart", true)
                .containsEntry("script", pm2.appsRoot().resolve("idle.js").toString());
        assertThat(listed.getMap("processes[0]").keySet()).isEqualTo(detail.keySet());
        assertThat(described.keySet()).containsAll(detail.keySet()).contains("config", "env");
        assertThat(((Map<?, ?>) described.get("config")).get("name")).isEqualTo("one");
    }

    @Test
    void environmentIsHiddenAndRevealedOnRequest() {
        api.start("idle.js", "one", "env", Map.of("TOKEN_OF_APP", "open sesame"));

        var hidden = api.get("/processes/one/description");
        var revealed = api.get("/processes/one/description?reveal=TOKEN_OF_APP");

        assertThat(hidden.asString()).doesNotContain("open sesame");
        assertThat(hidden.jsonPath().getString("processes[0].env.TOKEN_OF_APP")).isEqualTo("••••");
        assertThat(revealed.jsonPath().getString("processes[0].env.TOKEN_OF_APP")).isEqualTo("open sesame");
    }

    @Test
    void listIsFilteredByStatusNamespaceAndText() {
        api.start("idle.js", "one", "namespace", "api");
        api.start("idle.js", "two");
        api.post("/processes/two/stop").then().statusCode(200);

        assertThat(names("?status=stopped")).containsExactly("two");
        assertThat(names("?namespace=api")).containsExactly("one");
        assertThat(names("?q=TW")).containsExactly("two");
        assertThat(names("?status=waiting%20restart")).isEmpty();
    }

    @Test
    void stopKeepsTheEntryAndStartBringsItBack() {
        api.start("idle.js", "one");

        var stopped = api.post("/processes/one/stop").then().statusCode(200).extract().jsonPath();
        var entry = stopped.getMap("processes[0]");
        var started = api.post("/processes/one/start").then().statusCode(200).extract().jsonPath();

        assertThat(entry).containsEntry("status", "stopped").containsEntry("pid", null).containsEntry("uptimeMs", null);
        assertThat(started.getString("processes[0].status")).isEqualTo("online");
        assertThat(started.getLong("processes[0].pid")).isPositive();
    }

    @Test
    void restartCountsAndMergesTheEnvironment() throws Exception {
        var log = pm2.home().resolve("logs/one-out.log");
        api.start("environment.js", "one", "env", Map.of("FIRST", "1", "SECOND", "2"));
        await().until(() -> Files.exists(log) && Files.readString(log).endsWith("}\n")); // it has seen its first environment

        var before = api.named("one").getFirst();
        var after = api.post("/processes/one/restart", Map.of("updateEnv", Map.of("SECOND", "two", "THIRD", true)))
                .then().statusCode(200).extract().jsonPath();

        assertThat(after.getInt("processes[0].restarts")).isEqualTo(1);
        assertThat(after.getLong("processes[0].pid")).isNotEqualTo(((Number) before.get("pid")).longValue());
        await().untilAsserted(() -> {
            var lines = Files.readAllLines(log);
            assertThat(lines).hasSize(2);
            assertThat(lines.getLast()).contains("\"FIRST\":\"1\"", "\"SECOND\":\"two\"", "\"THIRD\":\"true\"");
        });
    }

    @Test
    void deleteAnswersWhatItRemoved() {
        api.start("idle.js", "one");

        var deleted = api.delete("/processes/one").then().statusCode(200).extract().jsonPath();

        assertThat(deleted.getString("processes[0].name")).isEqualTo("one");
        assertThat(deleted.getString("processes[0].status")).isEqualTo("stopped");
        assertThat(deleted.getString("processes[0].pid")).isNull();
        assertThat(api.named("one")).isEmpty();
    }

    @Test
    void resetSetsTheCountersToZero() {
        api.start("idle.js", "one");
        api.post("/processes/one/restart").then().statusCode(200);

        var reset = api.post("/processes/one/reset").then().statusCode(200).extract().jsonPath();

        assertThat(reset.getInt("processes[0].restarts")).isZero();
    }

    @Test
    void targetsAreIdsNamesNamespacesAndAll() {
        var id = api.start("idle.js", "one", "namespace", "blue").getFirst();
        api.start("idle.js", "two", "namespace", "blue");
        api.start("idle.js", "blue");

        assertThat(targets("" + id)).containsExactly("one");
        assertThat(targets("id:" + id)).containsExactly("one");
        assertThat(targets("blue")).containsExactly("blue");
        assertThat(targets("namespace:blue")).containsExactly("one", "two");
        assertThat(targets("name:two")).containsExactly("two");
        assertThat(targets("all")).containsExactly("one", "two", "blue");
    }

    @Test
    void signalAndLineReachTheApplication() throws Exception {
        api.start("echo.js", "echo");
        var log = pm2.home().resolve("logs/echo-out.log");
        await().until(() -> Files.exists(log) && Files.readString(log).contains("echo ready"));

        api.post("/processes/echo/signal", Map.of("signal", "SIGUSR2")).then().statusCode(200);
        api.post("/processes/echo/stdin", Map.of("line", "grüße; $(id)")).then().statusCode(200);

        await().untilAsserted(() -> assertThat(Files.readString(log)).contains("got SIGUSR2", "echo: grüße; $(id)\n"));
    }

    @Test
    void actionAnswersWhatTheApplicationReplies() {
        api.start("actions.js", "acting");
        await().until(() -> api.get("/processes/acting").jsonPath().getList("processes[0].actions"),
                List.of("add", "silent")::equals);
        await().until(() -> !api.get("/processes/acting").jsonPath().getList("processes[0].metrics").isEmpty());

        var reply = api.post("/processes/acting/actions/add", Map.of("params", "7")).then().statusCode(200).extract()
                .jsonPath();

        assertThat(reply.getMap("replies[0].reply")).isEqualTo(Map.of("given", "7"));
        assertThat(reply.getString("replies[0].name")).isEqualTo("acting");
        assertThat(api.get("/processes/acting").jsonPath().getMap("processes[0].metrics[0]"))
                .isEqualTo(Map.of("name", "Queue length", "value", "7", "unit", "jobs"));
    }

    @Test
    void ecosystemIsPreviewedStartedAndLeft() {
        var apps = Map.of("apps", List.of(Map.of("script", "idle.js", "name", "first"),
                Map.of("script", "idle.js", "name", "second", "env", Map.of("A", "1"))));

        var preview = api.post("/ecosystem", Map.of("apps", apps.get("apps"), "preview", true)).then().statusCode(200)
                .extract().jsonPath();
        var nothing = api.list().getList("processes");
        var started = api.post("/ecosystem", apps).then().statusCode(200).extract().jsonPath();
        var again = api.post("/ecosystem", apps).then().statusCode(200).extract().jsonPath();

        assertThat(preview.getList("apps.outcome")).containsExactly("started", "started");
        assertThat(nothing).isEmpty();
        assertThat(started.getList("apps.outcome")).containsExactly("started", "started");
        assertThat(started.getList("apps[1].processes.status")).containsExactly("online");
        assertThat(again.getList("apps.outcome")).containsExactly("left", "left");
    }

    private List<String> names(String query) {
        return api.get("/processes" + query).then().statusCode(200).extract().path("processes.name");
    }

    private List<String> targets(String nameOrId) {
        return api.get("/processes/" + nameOrId).then().statusCode(200).extract().path("processes.name");
    }
}
