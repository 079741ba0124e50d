package dev.pm2console.rest;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.testsupport.Api;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.RealPm2Resource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/// The daemon is killed without warning, and comes back.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
@Timeout(240)
class DaemonGoneTest {

    /// Of a call, as it is configured.
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Api api = new Api();
    RealPm2 pm2;

    @BeforeEach
    void begin() {
        pm2.startDaemon();
        api.awaitDaemon("online");
    }

    @AfterEach
    void end() {
        pm2.startDaemon();
        api.awaitDaemon("online");
        api.deleteAll();
        pm2.endOrphans();
    }

    @Test
    void itsEndAndItsReturnAreTold() {
        pm2.signal(pm2.daemon(), "KILL");
        await().until(() -> daemon().equals("down"));

        pm2.startDaemon();

        await().until(() -> daemon().equals("online"));
    }

    @Test
    void actionsAndListsAreRefusedWhileItIsDown() {
        api.start("idle.js", "idle");
        killDaemon();

        for (var answer : new Response[] { api.get("/processes"), api.get("/processes/idle"), api.get("/monitor"),
                api.post("/processes/idle/stop"), api.post("/processes/idle/restart"), api.post("/processes/idle/start"),
                api.post("/save"), api.post("/logs/flush"), api.post("/logs/reload"),
                api.post("/kill", Map.of("confirm", true)) }) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
            assertThat(answer.jsonPath().getString("code")).isEqualTo("PM2_UNREACHABLE");
        }
        assertThat(Files.exists(pm2.home().resolve("pm2.pid")) && pm2.processes().stream()
                .anyMatch(it -> it.info().commandLine().orElse("").contains("God Daemon"))).isFalse();
    }

    @Test
    void whatTheConsoleRemembersIsAnsweredWhileItIsDown() {
        api.start("json-logger.js", "remembered");
        api.post("/save").then().statusCode(200);
        await().until(() -> !api.get("/processes/remembered/logs?type=out").jsonPath().getList("lines").isEmpty());
        killDaemon();

        var status = api.get("/status").then().statusCode(200).extract().jsonPath();
        var version = api.get("/version").then().statusCode(200).extract().jsonPath();
        var logs = api.get("/processes/remembered/logs?type=out").then().statusCode(200).extract().jsonPath();
        var drift = api.get("/drift").then().statusCode(200).extract().jsonPath();

        assertThat(status.getString("daemon")).isEqualTo("down");
        assertThat(status.getString("reason")).isNotBlank();
        assertThat(status.getMap("")).containsEntry("pid", null).containsEntry("version", null).containsEntry("cpu", null);
        assertThat(version.getMap("")).containsEntry("daemon", null).containsEntry("match", null);
        assertThat(version.getString("cli")).startsWith("7.");
        assertThat(logs.getList("lines.text", String.class)).singleElement().asString().contains("to the output");
        assertThat(drift.getList("removed")).isEmpty();
        assertThat(drift.getBoolean("drift")).isFalse();
        api.get("/processes/nobody/logs").then().statusCode(503);
    }

    @Test
    void callInFlightFailsAtOnce() throws IOException {
        var gate = Files.createTempFile(pm2.appsRoot(), "gate", "");
        api.start("gate.js", "gated", "exec_mode", "cluster", "wait_ready", true, "listen_timeout", 60_000, "env",
                Map.of("GATE", gate.toString()));
        Files.delete(gate); // from now on none becomes ready

        var reload = CompletableFuture.supplyAsync(() -> api.post("/processes/gated/reload"), Thread::startVirtualThread);
        await().until(() -> pm2.processes().size(), Integer.valueOf(3)::equals); // the new instance has begun
        var began = System.nanoTime();
        pm2.signal(pm2.daemon(), "KILL");
        var answer = reload.join();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(DEADLINE);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("detail")).contains("may have taken effect");
    }

    private void killDaemon() {
        pm2.signal(pm2.daemon(), "KILL");
        api.awaitDaemon("down");
    }

    private String daemon() {
        return api.get("/status").jsonPath().getString("daemon");
    }
}
