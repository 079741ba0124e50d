package dev.pm2console.rest;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
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

/// What happened, and why, on a real PM2.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
@Timeout(120)
class EventsTest {

    private final Api api = new Api();
    private final Instant began = Instant.now();
    RealPm2 pm2;

    @AfterEach
    void end() {
        api.deleteAll();
    }

    @Test
    void restartThroughTheConsoleNamesWhoAsked() {
        api.start("idle.js", "asked");
        await().until(() -> api.get("/processes/asked").jsonPath().get("processes[0].memory") != null);
        api.post("/processes/asked/restart").then().statusCode(200);

        var restart = event("asked", "restart");
        assertThat(restart).containsEntry("cause", "person").containsEntry("actor", "CONSOLE_ADMIN_TOKEN")
                .containsEntry("reason", "asked by CONSOLE_ADMIN_TOKEN");
        assertThat(restart.get("memory")).isInstanceOf(Integer.class);
        assertThat(events("asked", "&brief=true")).extracting(it -> it.get("event")).containsExactly("restart", "start");
        assertThat(events("asked", "")).extracting(it -> it.get("event")).contains("exit", "online", "command");
    }

    @Test
    void endByAnErrorHasItsCodeAndItsLastLines() throws IOException {
        var fail = pm2.appsRoot().resolve("fail-now");
        api.start("failing.js", "failing", "env", Map.of("FAIL", fail.toString()));
        api.awaitStatus("failing", "online");
        Files.writeString(fail, "");

        var restart = event("failing", "restart");
        assertThat(restart).containsEntry("cause", "self").containsEntry("reason", "exited with code 1")
                .containsEntry("exitCode", 1).containsEntry("signal", null).containsEntry("problem", true);
        assertThat(restart.get("lines")).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                .contains("connection refused", "Error: the database is gone").hasSizeLessThanOrEqualTo(10);
        assertThat(events("failing", "&kind=problems&brief=true")).hasSize(1);
    }

    @Test
    void signalThatWasSentHereNamesWhoSentIt() {
        api.start("idle.js", "shot");
        api.post("/processes/shot/signal", Map.of("signal", "SIGKILL")).then().statusCode(200);

        assertThat(event("shot", "restart")).containsEntry("cause", "person").containsEntry("signal", "SIGKILL")
                .containsEntry("exitCode", null).containsEntry("reason", "CONSOLE_ADMIN_TOKEN sent SIGKILL");
    }

    @Test
    void eventsOfWhatIsGoneAreThereStill() {
        api.start("idle.js", "gone");
        api.delete("/processes/gone").then().statusCode(200);

        assertThat(event("gone", "delete")).containsEntry("cause", "person").containsEntry("reason",
                "asked by CONSOLE_ADMIN_TOKEN");
        assertThat(events("name:gone", "&brief=true")).extracting(it -> it.get("event")).containsExactly("delete", "start");
    }

    @Test
    void reloadAndScaleAreOneLineEach() {
        api.start("web.js", "pair", "instances", 2);
        api.post("/processes/pair/reload").then().statusCode(200);
        api.post("/processes/pair/scale", Map.of("instances", 1)).then().statusCode(200);

        event("pair", "scale");
        await().until(() -> events("pair", "").stream().anyMatch(it -> it.get("event").equals("delete")));
        assertThat(events("pair", "&brief=true")).extracting(it -> it.get("event"))
                .containsExactlyInAnyOrder("scale", "reload", "reload", "start", "start");
        assertThat(event("pair", "reload")).containsEntry("reason", "asked by CONSOLE_ADMIN_TOKEN");
    }

    @Test
    void pagesFollowOneAnother() {
        api.start("idle.js", "paged");
        api.post("/processes/paged/restart").then().statusCode(200);
        event("paged", "restart");
        var all = events("paged", "");

        var first = api.get("/events?process=paged&limit=2&from=" + began).then().statusCode(200).extract().jsonPath();
        var second = api.get("/events?process=paged&limit=100&from=" + began + "&before=" + first.getString("before")).then()
                .statusCode(200).extract().jsonPath();

        assertThat(first.<Map<String, Object>> getList("events")).isEqualTo(all.subList(0, 2));
        assertThat(second.<Map<String, Object>> getList("events")).isEqualTo(all.subList(2, all.size()));
        assertThat(second.getString("before")).isNull();
    }

    @Test
    void nonsenseIsRefused() {
        for (var query : List.of("limit=0", "limit=1001", "kind=bad", "before=x", "from=yesterday", "brief=2", "what=1",
                "process=")) {
            api.get("/events?" + query).then().statusCode(400);
        }
    }

    private List<Map<String, Object>> events(String process, String more) {
        return api.get("/events?limit=1000&process=" + process + "&from=" + began + more).then().statusCode(200).extract()
                .jsonPath().getList("events.findAll { it.process != null }");
    }

    private Map<String, Object> event(String process, String event) {
        await().until(() -> events(process, "").stream().anyMatch(it -> it.get("event").equals(event)));
        return events(process, "").stream().filter(it -> it.get("event").equals(event)).findFirst().orElseThrow();
    }
}
