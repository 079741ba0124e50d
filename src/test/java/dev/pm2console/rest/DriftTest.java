package dev.pm2console.rest;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.restassured.path.json.JsonPath;

/// How the running list differs from the saved one, after what people do to a real PM2.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
@Timeout(240)
class DriftTest {

    private final Api api = new Api();
    RealPm2 pm2;

    @AfterEach
    void end() {
        pm2.startDaemon();
        api.awaitDaemon("online");
        api.deleteAll();
    }

    @Test
    void whatChangesNothingThatAPersonDecidedIsNoChange() {
        startWeb();
        api.start("idle.js", "idle", "watch", List.of("."), "env", Map.of("COLOUR", "red"));
        save();
        assertNone("nothing was done");

        api.post("/processes/web/restart").then().statusCode(200);
        assertNone("restart");
        api.post("/processes/web/reload").then().statusCode(200);
        assertNone("reload");
        api.post("/processes/web/reset").then().statusCode(200);
        assertNone("reset");
        pm2.pm2("stop", "web");
        pm2.pm2("start", "web");
        assertNone("stop and start by the command");
        pm2.pm2("save");
        assertNone("saved by the command");
        api.post("/kill", Map.of("confirm", true)).then().statusCode(200);
        api.awaitDaemon("down");
        api.post("/resurrect").then().statusCode(200);
        await().until(() -> api.named("web").size() == 2 && api.named("idle").size() == 1);
        assertNone("resurrected");
    }

    @Test
    void scaledApplicationHasOtherInstances() {
        startWeb();
        save();

        api.post("/processes/web/scale", Map.of("instances", 3)).then().statusCode(200);

        var detail = detail("web");
        assertThat(detail.getList("details[0].options")).isEqualTo(List.of(Map.of("option", "instances", "saved", "2",
                "running", "3")));
        assertThat(detail.getList("changed[0].options")).isEqualTo(List.of("instances"));
        api.post("/processes/web/scale", Map.of("instances", 2)).then().statusCode(200);
        assertNone("scaled back");
    }

    @Test
    void variablesAreToldByNameAlsoOfOneInstanceOnly() {
        startWeb();
        save();
        var second = api.named("web").getLast().get("id");

        api.post("/processes/" + second + "/restart", Map.of("updateEnv", Map.of("FRESH", "SECRET-VALUE", "COLOUR", "blue")))
                .then().statusCode(200);

        var detail = detail("web");
        assertThat(detail.getList("details[0].env.added")).isEqualTo(List.of("FRESH"));
        assertThat(detail.getList("details[0].env.changed")).isEqualTo(List.of("COLOUR"));
        assertThat(detail.getList("details[0].env.removed")).isEmpty();
        assertThat(detail.getList("changed[0].env")).isEqualTo(List.of("COLOUR", "FRESH"));
        assertThat(detail.prettify()).doesNotContain("SECRET-VALUE").doesNotContain("blue");
    }

    @Test
    void optionsAreToldWithBothValues() {
        api.start("idle.js", "idle", "max_memory_restart", "200M");
        save();

        pm2.pm2("restart", "idle", "--max-memory-restart", "300M", "--watch");

        await().until(() -> api.get("/drift").jsonPath().getBoolean("drift"));
        var detail = detail("idle");
        assertThat(detail.<Map<String, String>> getList("details[0].options"))
                .contains(Map.of("option", "max_memory_restart", "saved", "209715200", "running", "314572800"))
                .anySatisfy(it -> assertThat(it).containsEntry("option", "watch").containsEntry("running", "true"));
    }

    @Test
    void addedAndRemovedApplicationsSayWhatTheyAre() {
        api.start("idle.js", "gone");
        save();
        api.delete("/processes/gone").then().statusCode(200);
        api.start("echo.js", "fresh");

        var drift = api.get("/drift").jsonPath();

        assertThat(drift.getList("details.name")).isEqualTo(List.of("fresh", "gone"));
        assertThat(drift.getList("details.change")).isEqualTo(List.of("added", "removed"));
        assertThat(drift.getString("details[0].options.find { it.option == 'script' }.running")).endsWith("/echo.js");
        assertThat(drift.getString("details[1].options.find { it.option == 'script' }.saved")).endsWith("/idle.js");
    }

    private void startWeb() {
        api.start("web.js", "web", "instances", 2, "exec_mode", "cluster", "env", Map.of("COLOUR", "red"));
        api.awaitStatus("web", "online");
    }

    private void save() {
        api.post("/save").then().statusCode(200);
    }

    private void assertNone(String after) {
        var drift = api.get("/drift").then().statusCode(200).extract().jsonPath();
        assertThat(drift.getBoolean("drift")).as(after + ": " + drift.prettify()).isFalse();
    }

    private JsonPath detail(String name) {
        var drift = api.get("/drift").then().statusCode(200).extract().jsonPath();
        assertThat(drift.getList("details.name")).as(drift.prettify()).isEqualTo(List.of(name));
        return drift;
    }
}
