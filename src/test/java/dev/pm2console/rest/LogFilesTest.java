package dev.pm2console.rest;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

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
}
