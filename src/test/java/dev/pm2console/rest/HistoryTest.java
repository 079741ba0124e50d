package dev.pm2console.rest;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.testsupport.Api;
import dev.pm2console.testsupport.RealPm2Resource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/// What was used, over REST and for Prometheus, of processes of a real PM2.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
@Timeout(240)
class HistoryTest {

    private final Api api = new Api();

    @AfterEach
    void end() {
        api.deleteAll();
    }

    @Test
    void processHasPointsSoonAfterItsStart() {
        var id = api.start("json-logger.js", "kept").getFirst();

        var json = await().until(() -> api.get("/processes/kept/history?step=1000").then().statusCode(200).extract().jsonPath(),
                it -> it.getList("series[0].points").size() >= 3);

        assertThat(json.getList("series.metric")).isEqualTo(List.of("cpu", "memory"));
        assertThat(json.getInt("series[1].id")).isEqualTo(id);
        assertThat(json.getString("series[1].process")).isEqualTo("kept");
        assertThat(json.getString("series[1].unit")).isEqualTo("bytes");
        assertThat(json.getLong("series[1].step")).isEqualTo(1_000);
        List<Number> point = json.getList("series[1].points[0]");
        assertThat(point).hasSize(4);
        assertThat(Instant.ofEpochMilli(point.getFirst().longValue())).isBetween(Instant.now().minusSeconds(240),
                Instant.now());
        assertThat(point.get(1).longValue()).isPositive().isEqualTo(point.get(3).longValue());
    }

    @Test
    void processThatIsGoneStillHasItsHistory() {
        api.start("json-logger.js", "gone");
        await().until(() -> !api.get("/processes/gone/history").jsonPath().getList("series[0].points").isEmpty());
        api.delete("/processes/gone").then().statusCode(200);

        var json = api.get("/processes/gone/history").then().statusCode(200).extract().jsonPath();

        assertThat(json.getList("series[0].points")).isNotEmpty();
    }

    @Test
    void everyMetricOfTheKernelIsKept() {
        api.start("json-logger.js", "all-metrics");

        await().untilAsserted(() -> {
            var json = api.get("/processes/all-metrics/history?metric=threads&metric=openFiles&metric=pss&metric=diskRead"
                    + "&metric=diskWrite&metric=probe:Heap%20Size").then().statusCode(200).extract().jsonPath();
            assertThat(json.getList("series")).hasSize(6);
            for (var i = 0; i < 5; i++) {
                assertThat(json.getList("series[" + i + "].points")).as(json.getString("series[" + i + "].metric"))
                        .isNotEmpty();
            }
        });
    }

    @Test
    void probesAreKeptUnderTheirNames() {
        api.start("probing.js", "probing");

        var json = await().until(() -> api.get("/processes/probing/history?metric=probe:Queue%20Size").then().statusCode(200)
                .extract().jsonPath(), it -> !it.getList("series[0].points").isEmpty());

        assertThat(json.getString("series[0].unit")).isEqualTo("jobs");
        assertThat(json.getInt("series[0].points[0][2]")).isEqualTo(42);
    }

    @Test
    void recentHistoryHasAsManyFiguresAsAskedFor() {
        var id = api.start("json-logger.js", "listed").getFirst();

        var json = await().until(() -> api.get("/history?points=30").then().statusCode(200).extract().jsonPath(),
                it -> !it.getList("processes.find { it.id == " + id + " }.memory.findAll { it != null }").isEmpty());

        assertThat(json.getInt("step")).isEqualTo(30_000);
        assertThat(json.getList("processes.find { it.id == " + id + " }.cpu")).hasSize(30);
        assertThat(api.get("/history?metric=cpu&points=30").jsonPath().getList("processes.memory")).containsOnlyNulls();
    }

    @Test
    void whatIsAskedWronglyIsNamed() {
        api.start("json-logger.js", "strict");

        refused("metric=heat", "metric");
        refused("step=10", "step");
        refused("step=x", "step");
        refused("from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", "from");
        refused("from=yesterday", "from");
        refused("wanted=all", "wanted");
        api.get("/processes/nobody/history").then().statusCode(404).body("code", equalTo("PROCESS_NOT_FOUND"));
        api.get("/history?points=1").then().statusCode(400).body("violations[0].field", equalTo("points"));
        api.get("/history?metric=pss").then().statusCode(400);
    }

    private void refused(String query, String field) {
        api.get("/processes/strict/history?" + query).then().statusCode(400).body("violations[0].field", equalTo(field));
    }

    @Test
    void figuresOfTheKernelAreInMonitorAndInfo() {
        api.start("json-logger.js", "figures");

        await().untilAsserted(() -> api.get("/monitor?nameOrId=figures").then().statusCode(200)
                .body("processes[0].measured", equalTo("kernel"))
                .body("processes[0].threads", greaterThan(1))
                .body("processes[0].openFiles", greaterThan(3))
                .body("processes[0].openFilesLimit", greaterThan(100))
                .body("host.cores", greaterThan(0f))
                .body("host.diskFree", notNullValue()));
        api.get("/processes/figures").then().statusCode(200).body("processes[0].measured", equalTo("kernel"));
    }

    @Test
    void prometheusIsToldAboutProcessesAndTheConsole() {
        var id = api.start("json-logger.js", "scraped").getFirst();
        var labels = "{id=\"" + id + "\",name=\"scraped\",namespace=\"default\"";

        var text = await().until(this::scraped, it -> it.contains("pm2_process_cpu_cores" + labels));

        assertThat(text).contains("pm2_process_cpu_cores" + labels, "pm2_process_restarts_total" + labels,
                "pm2_process_uptime_seconds" + labels, "pm2_process_status" + labels + ",status=\"online\"} 1.0",
                "pm2_daemon_up 1.0",
                "pm2_console_poll_seconds", "pm2_console_live_clients", "pm2_console_live_lines_skipped_total",
                "jvm_memory_used_bytes", "pm2_processes_left_out 0.0");
        api.delete("/processes/scraped").then().statusCode(200);
        await().until(() -> !scraped().contains("scraped"));
    }

    @Test
    void prometheusNeedsAToken() {
        RestAssured.given().get("/q/metrics").then().statusCode(401).body(containsString("UNAUTHENTICATED"));
    }

    private String scraped() {
        return RestAssured.given().header("Authorization", "Bearer " + RealPm2Resource.TOKEN).get("/q/metrics").then()
                .statusCode(200).extract().asString();
    }
}
