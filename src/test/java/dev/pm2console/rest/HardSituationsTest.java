package dev.pm2console.rest;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.testsupport.Api;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.RealPm2Resource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/// Applications that misbehave, commands that meet, and names as PM2 itself allows them: a right result or a clear error.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
@Timeout(240)
class HardSituationsTest {

    private final Api api = new Api();
    RealPm2 pm2;

    @AfterEach
    void end() {
        api.deleteAll();
    }

    @Test
    void stopOfProcessThatIgnoresSigintEnds() throws Exception {
        api.start("stubborn.js", "stubborn", "kill_timeout", 4_000);
        var log = pm2.home().resolve("logs/stubborn-out.log");
        await().until(() -> Files.exists(log) && Files.readString(log).contains("stubborn"));
        var pid = pid("stubborn");

        var stopped = api.post("/processes/stubborn/stop").then().statusCode(200).extract().jsonPath();

        assertThat(stopped.getString("processes[0].status")).isEqualTo("stopped");
        await().untilAsserted(() -> assertThat(log).content().contains("SIGINT ignored"));
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void deleteDuringLaunchEndsBoth() {
        var start = inBackground(() -> api.post("/processes", Map.of("script", "never-ready.js", "name", "slow", "wait_ready",
                true, "listen_timeout", 2_000)));
        await().until(() -> !api.named("slow").isEmpty());

        var deleted = api.delete("/processes/slow");
        var started = start.join();

        assertThat(deleted.statusCode()).as(deleted.asString()).isEqualTo(200);
        assertThat(started.statusCode()).as(started.asString()).isIn(201, 502); // gone before or after it was looked for
        assertThat(api.named("slow")).isEmpty();
        assertThat(applications()).isZero();
    }

    @Test
    void stopDuringLaunchStops() {
        var start = inBackground(() -> api.post("/processes", Map.of("script", "never-ready.js", "name", "slow", "wait_ready",
                true, "listen_timeout", 2_000)));
        await().until(() -> !api.named("slow").isEmpty());

        var stopped = api.post("/processes/slow/stop");

        assertThat(stopped.statusCode()).as(stopped.asString()).isEqualTo(200);
        assertThat(stopped.jsonPath().getString("processes[0].status")).isEqualTo("stopped");
        assertThat(start.join().statusCode()).isEqualTo(201);
        assertThat(applications()).isZero();
    }

    @Test
    void twoRestartsAtOnceTakeTurns() {
        api.start("idle.js", "idle");

        var one = inBackground(() -> api.post("/processes/idle/restart"));
        var other = inBackground(() -> api.post("/processes/idle/restart"));

        assertThat(one.join().statusCode()).isEqualTo(200);
        assertThat(other.join().statusCode()).isEqualTo(200);
        assertThat(api.named("idle").getFirst()).containsEntry("restarts", 2).containsEntry("status", "online");
        assertThat(applications()).isEqualTo(1);
    }

    @Test
    void stopAndRestartAtOnceLeaveOneOfTheirResults() {
        api.start("idle.js", "idle");

        var stop = inBackground(() -> api.post("/processes/idle/stop"));
        var restart = inBackground(() -> api.post("/processes/idle/restart"));

        assertThat(stop.join().statusCode()).isEqualTo(200);
        assertThat(restart.join().statusCode()).isEqualTo(200);
        var status = api.named("idle").getFirst().get("status");
        assertThat(status).isIn("online", "stopped");
        assertThat(applications()).isEqualTo(status.equals("online") ? 1 : 0);
    }

    @Test
    void deleteAndRestartAtOnceEndWithoutTheProcess() {
        api.start("idle.js", "idle");

        var delete = inBackground(() -> api.delete("/processes/idle"));
        var restart = inBackground(() -> api.post("/processes/idle/restart"));

        assertThat(delete.join().statusCode()).isEqualTo(200);
        assertThat(restart.join().statusCode()).as(restart.join().asString()).isIn(200, 404);
        assertThat(api.named("idle")).isEmpty();
        assertThat(applications()).isZero();
    }

    @Test
    void twoStartsOfOneStoppedProcessStartItOnce() {
        api.start("idle.js", "idle");
        api.post("/processes/idle/stop").then().statusCode(200);

        var one = inBackground(() -> api.post("/processes/idle/start"));
        var other = inBackground(() -> api.post("/processes/idle/start"));

        assertThat(List.of(one.join().statusCode(), other.join().statusCode())).containsExactlyInAnyOrder(200, 409);
        assertThat(applications()).isEqualTo(1);
    }

    @Test
    void twoStartsOfOneNameStartItOnce() {
        var app = Map.of("script", "idle.js", "name", "idle");

        var one = inBackground(() -> api.post("/processes", app));
        var other = inBackground(() -> api.post("/processes", app));

        assertThat(List.of(one.join().statusCode(), other.join().statusCode())).containsExactlyInAnyOrder(201, 409);
        assertThat(applications()).isEqualTo(1);
    }

    @Test
    void restartOfWaitingProcessRunsItOnce() {
        waitingForItsRestart("restarted", 5_000);

        var restarted = api.post("/processes/restarted/restart", Map.of("updateEnv", Map.of("CRASH_AFTER", "100000")));

        assertThat(restarted.statusCode()).as(restarted.asString()).isEqualTo(200);
        assertThat(restarted.jsonPath().getString("processes[0].status")).isEqualTo("online");
        assertThat(applications()).isEqualTo(1);
        // had its pending restart not been cancelled, the delay of 5 s would end in a second system process
        await().during(Duration.ofMillis(5_500)).until(() -> applications() == 1);
    }

    @Test
    void startOfWaitingProcessRunsItOnce() {
        api.start("crash-once.js", "waiting", "restart_delay", 60_000, "env",
                Map.of("CRASHED", pm2.appsRoot().resolve("crashed").toString()));
        api.awaitStatus("waiting", "waiting restart");

        var started = api.post("/processes/waiting/start");

        assertThat(started.statusCode()).as(started.asString()).isEqualTo(200);
        assertThat(started.jsonPath().getString("processes[0].status")).isEqualTo("online");
        assertThat(applications()).isEqualTo(1);
    }

    @Test
    void stopAndDeleteOfWaitingProcessWork() {
        waitingForItsRestart("waiting", 60_000);

        var stopped = api.post("/processes/waiting/stop");

        assertThat(stopped.statusCode()).as(stopped.asString()).isEqualTo(200);
        assertThat(stopped.jsonPath().getString("processes[0].status")).isEqualTo("stopped");
        api.delete("/processes/waiting").then().statusCode(200);
        assertThat(applications()).isZero();
    }

    @Test
    void signalToStoppedProcessLeavesTheDaemonAlone() {
        api.start("idle.js", "idle");
        api.start("idle.js", "bystander");
        api.post("/processes/idle/stop").then().statusCode(200);

        api.post("/processes/idle/signal", Map.of("signal", "SIGKILL")).then().statusCode(502);

        assertThat(pm2.daemon().isAlive()).isTrue();
        assertThat(api.named("bystander").getFirst()).containsEntry("status", "online").containsEntry("restarts", 0);
    }

    @Test
    void crashLoopIsToldAsErrored() {
        // PM2 counts how often it ends before min_uptime, which is a second unless told otherwise
        api.start("crasher.js", "crash", "max_restarts", 2, "min_uptime", "1m", "env", Map.of("CRASH_AFTER", "10"));
        api.awaitStatus("crash", "errored");

        var crash = api.get("/processes/crash").jsonPath();

        assertThat(crash.getString("processes[0].pid")).isNull();
        assertThat(crash.getInt("processes[0].exitCode")).isEqualTo(3);
    }

    @Test
    void entriesOfOneNameAreOneTarget() {
        pm2.pm2("start", "idle.js", "--name", "twin");
        pm2.pm2("start", "idle.js", "--name", "twin", "--force");
        await().until(() -> api.named("twin").size(), Integer.valueOf(2)::equals);

        var restarted = api.post("/processes/twin/restart").then().statusCode(200).extract().jsonPath();
        var ids = api.named("twin").stream().map(it -> (Integer) it.get("id")).toList();
        api.post("/processes/" + ids.getLast() + "/stop").then().statusCode(200);

        assertThat(restarted.getList("processes.restarts")).containsExactly(1, 1);
        assertThat(api.named("twin").stream().map(it -> it.get("status"))).containsExactly("online", "stopped");
    }

    @Test
    void anyNameOfPm2sCanBeAddressed() {
        var names = Map.of("api.v2", "api.v2", "my app", "my%20app", "größe ☃", "gr%C3%B6%C3%9Fe%20%E2%98%83",
                "@scope/app", "@scope%2Fapp", "$(touch x);`id`", "$(touch%20x)%3B%60id%60");
        names.forEach((name, encoded) -> {
            pm2.pm2("start", "idle.js", "--name", name);
            await().until(() -> !api.named(name.replace("$", "\\$")).isEmpty());

            var shown = api.get("/processes/" + encoded);
            var restarted = api.post("/processes/" + encoded + "/restart");
            var deleted = api.delete("/processes/" + encoded);

            assertThat(shown.statusCode()).as(name).isEqualTo(200);
            assertThat(shown.jsonPath().getString("processes[0].name")).isEqualTo(name);
            assertThat(restarted.statusCode()).as(restarted.asString()).isEqualTo(200);
            assertThat(deleted.statusCode()).as(deleted.asString()).isEqualTo(200);
        });
        assertThat(pm2.appsRoot().resolve("x")).doesNotExist();
    }

    @Test
    void modulesAreListedButNotMeantByAllNorSaved() throws Exception {
        api.start("idle.js", "module");
        api.start("idle.js", "app");
        pm2.pm2("save");
        var dump = pm2.home().resolve("dump.pm2");
        var text = Files.readString(dump);
        api.delete("/processes/all").then().statusCode(200);
        Files.writeString(dump, text.replaceFirst("\"name\": *\"module\"", "\"pmx_module\": true, \"name\": \"module\""));
        pm2.pm2("resurrect");
        api.awaitStatus("module", "online");
        api.awaitStatus("app", "online");

        var stopped = api.post("/processes/all/stop").then().statusCode(200).extract().jsonPath();
        api.post("/save").then().statusCode(200);

        assertThat(stopped.getList("processes.name")).isEqualTo(List.of("app"));
        assertThat(api.named("module").getFirst()).containsEntry("status", "online");
        assertThat(dump).content().contains("\"app\"").doesNotContain("pmx_module\" : true");
    }

    @Test
    void emptyListIsAnEmptyList() {
        assertThat(api.list().getList("processes")).isEmpty();
        api.get("/processes/all").then().statusCode(404);
        api.post("/processes/all/stop").then().statusCode(404);
        api.post("/logs/flush").then().statusCode(200);
        api.post("/logs/reload").then().statusCode(200);
        assertThat(api.get("/logs").jsonPath().getList("lines")).isEmpty();
    }

    private void waitingForItsRestart(String name, int delay) {
        api.start("crasher.js", name, "restart_delay", delay, "env", Map.of("CRASH_AFTER", "10"));
        api.awaitStatus(name, "waiting restart");
    }

    private long pid(String name) {
        return ((Number) api.named(name).getFirst().get("pid")).longValue();
    }

    /// How many system processes there are beside the daemon.
    private long applications() {
        var daemon = pm2.daemon();
        return pm2.processes().stream().filter(process -> !process.equals(daemon)).count();
    }

    private static CompletableFuture<Response> inBackground(Supplier<Response> call) {
        return CompletableFuture.supplyAsync(call, Thread::startVirtualThread);
    }
}
