package dev.pm2console.rest;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.testsupport.Api;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.RealPm2Resource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/// Log files searched and taken away, over REST and on a real PM2.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
@Timeout(240)
class LogFilesTest {

    private final Api api = new Api();
    RealPm2 pm2;
    private Path file;

    @BeforeEach
    void begin() throws Exception {
        api.start("json-logger.js", "logger");
        file = pm2.home().resolve("logs/logger-out.log");
        await().until(() -> Files.exists(file) && Files.size(file) > 0);
        Files.writeString(file, "one\r\nThe Needle 日本\n" + "x".repeat(300_000) + "\nlast without an end");
    }

    @AfterEach
    void end() {
        api.post("/logs/flush").then().statusCode(200);
        api.deleteAll();
    }

    @Test
    void searchTellsProgressMatchesAndTheEnd() {
        var answer = api.get("/logs/search?q=needle&process=logger&context=1");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/x-ndjson");
        var lines = answer.asString().lines().toList();
        assertThat(lines.getFirst()).startsWith("{\"type\":\"progress\",\"files\":0,\"bytes\":0,\"totalBytes\":");
        assertThat(lines).filteredOn(line -> line.startsWith("{\"type\":\"match\"")).singleElement().asString()
                .contains("\"text\":\"The Needle 日本\"", "\"before\":[{\"seq\":null", "\"text\":\"one\"",
                        "\"file\":\"logger-out.log\",\"offset\":5}");
        assertThat(lines.getLast()).isEqualTo("{\"type\":\"end\",\"matches\":1,\"truncated\":false}");
    }

    @Test
    void whatCanNotBeSearchedIsRefused() {
        Calls.assertProblem(api.get("/logs/search?q=x&process=nobody"), 404, "PROCESS_NOT_FOUND", "searchLogs");
        var bad = api.get("/logs/search?regex=ab%5Bz-a%5D");
        Calls.assertProblem(bad, 400, "INVALID_ARGUMENT", "searchLogs");
        assertThat(bad.jsonPath().getString("violations[0].message")).contains("position 4");
        Calls.assertProblem(api.get("/logs/search?q=x&limit=0"), 400, "INVALID_ARGUMENT", "searchLogs");
    }

    @Test
    void placesOfSearchesAreGivenBack() {
        for (var i = 0; i < 5; i++) {
            assertThat(api.get("/logs/search?q=needle").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void downloadIsTheFileByteByByte() throws Exception {
        var answer = api.get("/processes/logger/logs/download");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"logger-out.log\"");
        assertThat(answer.asByteArray()).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void downloadIsGzippedWhereThatIsAskedFor() throws Exception {
        var packed = api.get("/processes/logger/logs/download?gzip=true").asByteArray();

        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(file));
        }
    }

    @Test
    void rangesAreParts() throws Exception {
        var whole = Files.readAllBytes(file);

        var part = api.request().header("Range", "bytes=5-99999").get("/processes/logger/logs/download");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 5-99999/" + whole.length);
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, 5, 100_000));
        assertThat(api.request().header("Range", "bytes=-7").get("/processes/logger/logs/download").asString())
                .isEqualTo(" an end");
        assertThat(api.request().header("Range", "bytes=9999999-").get("/processes/logger/logs/download").statusCode())
                .isEqualTo(416);
        assertThat(api.get("/processes/nobody/logs/download").statusCode()).isEqualTo(404);
    }

    @Test
    void linesOfATimeAreStreamed() throws Exception {
        Files.writeString(file, "2026-11-20T10:00:00Z a\n2026-11-20T11:00:00Z b\n  of b\n2026-11-20T12:00:00Z c\n");
        Files.writeString(pm2.home().resolve("logs/logger-error.log"), "2026-11-20T11:30:00Z e\n");

        var hour = api.get("/processes/logger/logs/download?from=2026-11-20T11:00:00Z&to=2026-11-20T12:00:00Z");
        assertThat(hour.statusCode()).isEqualTo(200);
        assertThat(hour.asString()).isEqualTo("2026-11-20T11:00:00Z b\n  of b\n");
        var both = api.get("/processes/logger/logs/download?type=combined");
        assertThat(both.header("Content-Disposition")).isEqualTo("attachment; filename=\"logger-combined.log\"");
        assertThat(both.asString()).isEqualTo("""
                2026-11-20T10:00:00Z a
                2026-11-20T11:00:00Z b
                  of b
                2026-11-20T11:30:00Z e
                2026-11-20T12:00:00Z c
                """);
    }

    @Test
    void usageTellsSizesDiskAndRotation() throws Exception {
        Files.writeString(pm2.home().resolve("logs/logger-out__2026-11-20_00-00-00.log"), "12345");
        Files.writeString(pm2.home().resolve("module_conf.json"),
                "{\"pm2-logrotate\":{\"max_size\":\"10M\",\"retain\":30,\"secret\":\"x\"},\"module-db-v2\":{}}");

        var usage = api.get("/logs/usage").then().statusCode(200).extract().jsonPath();

        assertThat(usage.getString("processes[0].process")).isEqualTo("logger");
        assertThat(usage.getLong("processes[0].out")).isEqualTo(Files.size(file));
        assertThat(usage.getLong("processes[0].rotated")).isEqualTo(5);
        assertThat(usage.getInt("processes[0].rotatedFiles")).isEqualTo(1);
        assertThat(usage.getLong("total")).isEqualTo(usage.getLong("processes[0].total"));
        assertThat(usage.getLong("disk.free")).isPositive();
        assertThat(usage.getLong("warnSize")).isEqualTo(512L << 20);
        assertThat(usage.getString("rotation.module")).isEqualTo("pm2-logrotate");
        assertThat(usage.getBoolean("rotation.installed")).isFalse();
        assertThat(usage.<String, String> getMap("rotation.settings")).containsOnly(entry("max_size", "10M"),
                entry("retain", "30"));
        Files.delete(pm2.home().resolve("module_conf.json"));
        Files.delete(pm2.home().resolve("logs/logger-out__2026-11-20_00-00-00.log"));
    }
}
