package dev.pm2console.rest;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.testsupport.Api;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.RealPm2Resource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/// The commands for log files, over REST and on a real PM2.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
@Timeout(240)
class LogCommandsTest {

    private static final String OUT = "{\"level\":\"info\",\"msg\":\"to the output\"}";
    private static final String ERR = "{\"level\":\"error\",\"msg\":\"to the errors\"}";

    private final Api api = new Api();
    RealPm2 pm2;

    @BeforeEach
    void begin() {
        api.start("json-logger.js", "logger");
        await().untilAsserted(() -> assertThat(lines("/processes/logger/logs")).contains(OUT, ERR));
    }

    @AfterEach
    void end() {
        api.post("/logs/flush").then().statusCode(200);
        api.deleteAll();
    }

    @Test
    void linesSayWhereTheyComeFrom() {
        var logs = api.get("/processes/logger/logs?type=error").then().statusCode(200).extract().jsonPath();

        assertThat(logs.getMap("lines[0]").keySet()).map(Object::toString).containsExactly("seq", "id", "process", "stream",
                "at", "level", "follows", "text");
        assertThat(logs.getString("lines[0].stream")).isEqualTo("error");
        assertThat(logs.getString("lines[0].process")).isEqualTo("logger");
        assertThat(logs.getString("lines[0].text")).isEqualTo(ERR);
        assertThat(logs.getBoolean("truncated")).isFalse();
    }

    @Test
    void lastLinesAreCutAndSaySo() {
        api.post("/processes/logger/restart").then().statusCode(200);
        await().until(() -> lines("/logs?type=out").size(), Integer.valueOf(2)::equals);

        var logs = api.get("/logs?type=out&lines=1").then().statusCode(200).extract().jsonPath();

        assertThat(logs.getList("lines.text")).isEqualTo(List.of(OUT));
        assertThat(logs.getBoolean("truncated")).isTrue();
    }

    @Test
    void rawLogsAreText() {
        var answer = api.get("/processes/logger/logs?raw=true&type=out");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/plain");
        assertThat(answer.asString()).isEqualTo(OUT + "\n");
    }

    @Test
    void flushEmptiesTheFiles() throws Exception {
        api.post("/processes/logger/logs/flush").then().statusCode(200);

        assertThat(lines("/processes/logger/logs")).isEmpty();
        assertThat(Files.size(pm2.home().resolve("logs/logger-out.log"))).isZero();
    }

    @Test
    void reloadMakesPm2OpenTheFilesAnew() throws Exception {
        var file = pm2.home().resolve("logs/logger-out.log");
        Files.move(file, pm2.home().resolve("logs/logger-rotated.log"));

        api.post("/logs/reload").then().statusCode(200);
        api.post("/processes/logger/restart").then().statusCode(200);

        await().untilAsserted(() -> assertThat(file).hasContent(OUT + "\n"));
    }

    private List<String> lines(String path) {
        return api.get(path).then().statusCode(200).extract().path("lines.text");
    }
}
