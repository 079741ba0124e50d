package dev.pm2console.rest;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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

/// Scaling and reloading, also where an application does not do its part.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
@Timeout(240)
class ClusterCommandsTest {

    /// Longer than PM2's own 3 s, within which a busy machine may not get a new instance to listen.
    private static final int LISTEN_TIMEOUT = 25_000;

    private final Api api = new Api();
    RealPm2 pm2;

    @AfterEach
    void end() {
        api.deleteAll();
    }

    @Test
    void scaleAddsAndRemovesInstances() {
        api.start("web.js", "web", "exec_mode", "cluster");

        var more = scale(3);
        var same = scale(3);
        var fewer = scale(1);

        assertThat(more.getList("processes.status")).containsExactly("online", "online", "online");
        assertThat(same.getList("processes.pid")).isEqualTo(more.getList("processes.pid"));
        assertThat(fewer.getList("processes")).hasSize(1);
        assertThat(api.named("web")).hasSize(1);
    }

    @Test
    void scaleToMaxHasAsManyInstancesAsProcessors() {
        api.start("web.js", "web", "exec_mode", "cluster");

        var scaled = api.post("/processes/web/scale", Map.of("instances", "max")).then().statusCode(200).extract();

        assertThat(scaled.jsonPath().getList("processes")).hasSize(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void scaleUpWhileInstancesAreDownAddsWorkingOnes() {
        var ids = api.start("web.js", "web", "instances", 2);
        api.post("/processes/" + ids.getFirst() + "/stop").then().statusCode(200);

        var scaled = scale(3);

        assertThat(scaled.getList("processes.status")).containsExactlyInAnyOrder("online", "online", "stopped");
    }

    @Test
    void scaleDownRemovesInstancesThatAreDownFirst() {
        var ids = api.start("web.js", "web", "instances", 3);
        api.post("/processes/" + ids.getFirst() + "/stop").then().statusCode(200);

        var scaled = scale(2);

        assertThat(scaled.getList("processes.status")).containsExactly("online", "online");
        assertThat(scaled.getList("processes.id")).doesNotContain(ids.getFirst());
    }

    @Test
    void scaleWhereAllInstancesAreDownAddsDownOnes() {
        api.start("web.js", "web", "instances", 1, "exec_mode", "cluster");
        api.post("/processes/web/stop").then().statusCode(200);

        var scaled = scale(2);

        assertThat(scaled.getList("processes")).hasSize(2);
    }

    @Test
    void reloadReplacesEachInstanceWithoutDowntime() {
        api.start("web.js", "web", "instances", 2, "listen_timeout", LISTEN_TIMEOUT);
        var before = pids("web");

        var reloaded = api.post("/processes/web/reload").then().statusCode(200).extract().jsonPath();

        assertThat(reloaded.getBoolean("zeroDowntime")).isTrue();
        assertThat(reloaded.getMap("")).containsEntry("warning", null);
        assertThat(reloaded.getList("processes.status")).containsExactly("online", "online");
        assertThat(reloaded.getList("processes.restarts")).containsExactly(1, 1);
        assertThat(pids("web")).hasSize(2).doesNotContainAnyElementsOf(before);
    }

    @Test
    void gracefulReloadReplacesEachInstanceWhenItHasFinished() {
        var finished = pm2.appsRoot().resolve("finished");
        api.start("polite.js", "polite", "exec_mode", "cluster", "listen_timeout", LISTEN_TIMEOUT, "env",
                Map.of("FINISHED", finished.toString()));
        var before = pids("polite");

        var reloaded = api.post("/processes/polite/graceful-reload").then().statusCode(200).extract().jsonPath();

        assertThat(reloaded.getBoolean("zeroDowntime")).isTrue();
        assertThat(finished).hasContent(before.getFirst().toString());
        assertThat(pids("polite")).hasSize(1).doesNotContainAnyElementsOf(before);
    }

    @Test
    void gracefulReloadOfApplicationThatIsNotPoliteIsWithoutDowntimeToo() {
        api.start("web.js", "web", "exec_mode", "cluster", "listen_timeout", LISTEN_TIMEOUT);

        var reloaded = api.post("/processes/web/graceful-reload").then().statusCode(200).extract().jsonPath();

        assertThat(reloaded.getBoolean("zeroDowntime")).as(reloaded.prettify()).isTrue();
    }

    @Test
    void reloadOfForkIsARestartAndSaysSo() {
        api.start("idle.js", "idle");

        var reloaded = api.post("/processes/idle/reload").then().statusCode(200).extract().jsonPath();

        assertThat(reloaded.getBoolean("zeroDowntime")).isFalse();
        assertThat(reloaded.getString("warning")).contains("fork mode");
        assertThat(reloaded.getInt("processes[0].restarts")).isEqualTo(1);
    }

    @Test
    void reloadOfApplicationThatAnnouncesItselfIsWithoutDowntime() {
        api.start("ready.js", "ready", "exec_mode", "cluster", "wait_ready", true, "listen_timeout", LISTEN_TIMEOUT);

        for (var kind : List.of("reload", "graceful-reload")) {
            var reloaded = api.post("/processes/ready/" + kind).then().statusCode(200).extract().jsonPath();
            assertThat(reloaded.getBoolean("zeroDowntime")).as(reloaded.prettify()).isTrue();
        }
    }

    @Test
    void reloadOfApplicationThatNeverBecomesReadyEndsAndSaysSo() {
        api.start("never-ready.js", "never", "exec_mode", "cluster", "wait_ready", true, "listen_timeout", 300);

        var reloaded = api.post("/processes/never/reload").then().statusCode(200).extract().jsonPath();

        assertThat(reloaded.getBoolean("zeroDowntime")).isFalse();
        assertThat(reloaded.getString("warning")).contains("300 ms");
        assertThat(reloaded.getString("processes[0].status")).isEqualTo("online");
    }

    @Test
    void reloadOfApplicationThatCrashesNowEndsAndSaysSo() {
        api.start("crasher.js", "crash", "exec_mode", "cluster", "autorestart", false, "listen_timeout", 500, "env",
                Map.of("CRASH_AFTER", "100000"));
        api.post("/processes/crash/restart", Map.of("updateEnv", Map.of("CRASH_AFTER", "100000"))).then().statusCode(200);

        var reloaded = api.post("/processes/crash/reload").then().statusCode(200).extract().jsonPath();

        assertThat(reloaded.getBoolean("zeroDowntime")).isFalse();
        assertThat(reloaded.getString("warning")).isNotBlank();
    }

    @Test
    void outgoingInstancesAreNotListedDuringAReload() throws Exception {
        var gate = Files.createTempFile(pm2.appsRoot(), "gate", "");
        api.start("gate.js", "gated", "exec_mode", "cluster", "wait_ready", true, "listen_timeout", LISTEN_TIMEOUT, "env",
                Map.of("GATE", gate.toString()));
        Files.delete(gate);

        var reload = Thread.startVirtualThread(() -> api.post("/processes/gated/reload"));
        await().until(() -> pm2.processes().size(), Integer.valueOf(3)::equals); // the daemon, the old one, the new one
        api.get("/processes/nobody").then().statusCode(404); // which the console looks for in a fresh list
        var listed = api.named("gated");
        Files.createFile(gate);
        reload.join();

        assertThat(listed).hasSize(1);
    }

    private JsonPath scale(int instances) {
        return api.post("/processes/web/scale", Map.of("instances", instances)).then().statusCode(200).extract().jsonPath();
    }

    private List<Object> pids(String name) {
        return api.named(name).stream().map(process -> process.get("pid")).toList();
    }
}
