package dev.pm2console.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
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

/// The commands for the daemon itself, over REST and on a real PM2.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
@Timeout(240)
class DaemonCommandsTest {

    private final Api api = new Api();
    RealPm2 pm2;

    @AfterEach
    void end() {
        pm2.startDaemon();
        api.awaitDaemon("online");
        api.deleteAll();
    }

    @Test
    void statusTellsTheDaemonAndTheTotals() {
        api.start("idle.js", "idle");

        var status = api.get("/status").then().statusCode(200).extract().jsonPath();

        assertThat(status.getMap("").keySet()).map(Object::toString).contains("daemon", "pid", "version", "uptimeMs", "home",
                "totals", "cpu", "memory", "host", "saved");
        assertThat(status.getString("daemon")).isEqualTo("online");
        assertThat(status.getLong("pid")).isEqualTo(pm2.daemon().pid());
        assertThat(status.getString("version")).startsWith("7.");
        assertThat(status.getString("home")).isEqualTo(pm2.home().toString());
        assertThat(status.getMap("totals")).isEqualTo(Map.of("online", 1, "stopping", 0, "stopped", 0, "launching", 0,
                "errored", 0, "waiting restart", 0, "one-launch-status", 0));
        assertThat(status.getMap("host").keySet()).map(Object::toString).containsExactlyInAnyOrder("cpu", "memoryUsed",
                "memoryTotal", "load1", "cores", "diskTotal", "diskFree", "limited");
        assertThat(status.getMap("saved").keySet()).map(Object::toString).containsExactlyInAnyOrder("at", "drift");
    }

    @Test
    void versionTellsWhatRuns() {
        var version = api.get("/version").then().statusCode(200).extract().jsonPath();

        assertThat(version.getMap("").keySet()).map(Object::toString).containsExactlyInAnyOrder("daemon", "cli", "match",
                "node", "console", "os", "arch", "cpus", "memory", "home");
        assertThat(version.getString("daemon")).isEqualTo(version.getString("cli")).startsWith("7.");
        assertThat(version.getBoolean("match")).isTrue();
        assertThat(version.getString("node")).matches("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void monitorTellsWhatIsUsedNow() {
        api.start("idle.js", "idle");

        var sample = api.get("/monitor?nameOrId=idle").then().statusCode(200).extract().jsonPath();

        assertThat(sample.getMap("").keySet()).map(Object::toString).containsExactlyInAnyOrder("at", "host", "processes");
        assertThat(sample.getMap("processes[0]").keySet()).map(Object::toString).contains("id", "name", "cpu", "memory",
                "uptimeMs", "restarts");
        assertThat(sample.getString("at")).endsWith("Z");
    }

    @Test
    void saveWritesAPrivateFileThatPm2CanResurrect() throws Exception {
        api.start("idle.js", "first", "env", Map.of("KEPT", "value"));
        api.start("web.js", "second", "instances", 2);
        api.post("/save").then().statusCode(200);
        api.delete("/processes/all").then().statusCode(200);

        pm2.pm2("resurrect");
        api.awaitStatus("first", "online");
        api.awaitStatus("second", "online");

        var dump = pm2.home().resolve("dump.pm2");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dump))).isEqualTo("rw-------");
        assertThat(api.named("second")).hasSize(2);
        assertThat(api.get("/processes/first/description?reveal=KEPT").jsonPath().getString("processes[0].env.KEPT"))
                .isEqualTo("value");
    }

    @Test
    void saveKeepsTheFormerFile() throws Exception {
        api.start("idle.js", "former");
        api.post("/save").then().statusCode(200);
        var former = Files.readString(pm2.home().resolve("dump.pm2"));
        api.start("idle.js", "latter");

        api.post("/save").then().statusCode(200);

        var backup = pm2.home().resolve("dump.pm2.bak");
        assertThat(backup).hasContent(former);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup))).isEqualTo("rw-------");
        try (var files = Files.list(pm2.home())) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(it -> it.endsWith(".tmp"));
        }
    }

    @Test
    void driftTellsWhatARebootWouldChange() {
        api.start("idle.js", "kept");
        api.start("idle.js", "gone");
        api.start("idle.js", "other");
        api.post("/save").then().statusCode(200);
        var none = api.get("/drift").then().statusCode(200).extract().jsonPath();
        api.delete("/processes/gone").then().statusCode(200);
        api.start("idle.js", "fresh");
        api.post("/processes/other/restart", Map.of("updateEnv", Map.of("COLOUR", "red"))).then().statusCode(200);

        var drift = api.get("/drift").then().statusCode(200).extract().jsonPath();

        assertThat(none.getBoolean("drift")).as(none.prettify()).isFalse();
        assertThat(drift.getBoolean("drift")).isTrue();
        assertThat(drift.getList("added")).isEqualTo(List.of("fresh"));
        assertThat(drift.getList("removed")).isEqualTo(List.of("gone"));
        assertThat(drift.getList("changed")).isEqualTo(List.of(Map.of("name", "other", "options", List.of(), "env",
                List.of("COLOUR"))));
        assertThat(drift.getString("savedAt")).endsWith("Z");
    }

    @Test
    void stoppingChangesNoOption() {
        api.start("idle.js", "idle");
        api.post("/save").then().statusCode(200);

        api.post("/processes/idle/stop").then().statusCode(200);

        assertThat(api.get("/drift").jsonPath().getList("changed")).isEmpty();
    }

    @Test
    void killNeedsItsConfirmation() {
        api.post("/kill").then().statusCode(400);

        assertThat(pm2.daemon().isAlive()).isTrue();
    }

    @Test
    void killEndsEverythingAndResurrectBringsItBack() {
        api.start("idle.js", "first");
        api.start("web.js", "second", "instances", 2);
        api.post("/save").then().statusCode(200);

        var killed = api.post("/kill", Map.of("confirm", true)).then().statusCode(200).extract().jsonPath();
        var left = pm2.processes();
        var list = api.get("/processes");
        var resurrected = api.post("/resurrect").then().statusCode(200).extract().jsonPath();

        assertThat(killed.getList("processes.name")).isEqualTo(List.of("first", "second", "second"));
        assertThat(left).isEmpty();
        assertThat(list.statusCode()).isEqualTo(503);
        assertThat(resurrected.getList("processes.name")).isEqualTo(List.of("first", "second", "second"));
        assertThat(resurrected.getList("processes.status")).containsOnly("online");
    }

    @Test
    void resurrectStartsOnlyWhatIsMissing() {
        api.start("idle.js", "first");
        api.start("idle.js", "second");
        api.post("/save").then().statusCode(200);
        api.delete("/processes/second").then().statusCode(200);
        var pid = api.named("first").getFirst().get("pid");

        var resurrected = api.post("/resurrect").then().statusCode(200).extract().jsonPath();

        assertThat(resurrected.getList("processes.name")).isEqualTo(List.of("second"));
        assertThat(api.named("first")).singleElement().satisfies(it -> assertThat(it).containsEntry("pid", pid));
    }

    @Test
    void startWithoutADaemonStartsOne() {
        pm2.pm2("kill");
        api.awaitDaemon("down");

        var started = api.start("idle.js", "first");

        assertThat(started).isEqualTo(List.of(0));
        assertThat(pm2.daemon().isAlive()).isTrue();
    }
}
