package dev.pm2console.rest;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.testsupport.Api;
import dev.pm2console.testsupport.RawWebSocket;
import dev.pm2console.testsupport.RealPm2;
import dev.pm2console.testsupport.RealPm2Resource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/// Pages of log files from the last line back to the first, while the files are rotated; over REST and on a real PM2.
@QuarkusTest
@WithTestResource(RealPm2Resource.class)
@Timeout(240)
class LogPagesTest {

    private static final String LOGS = "/processes/numbers/logs";

    private final Api api = new Api();
    RealPm2 pm2;
    @TestHTTPResource
    URI root;
    private int id;
    private int written;
    private Path file;

    @BeforeEach
    void begin() throws IOException {
        pm2.startDaemon();
        api.awaitDaemon("online");
        awaitBus();
        id = api.start("numbers.js", "numbers").getFirst();
        file = pm2.home().resolve("logs/numbers-out.log");
        api.post("/logs/flush").then().statusCode(200); // the test before had a process of this id
        write(120);
    }

    @AfterEach
    void end() throws IOException {
        pm2.startDaemon();
        api.awaitDaemon("online");
        api.deleteAll();
        pm2.endOrphans();
        try (var files = Files.newDirectoryStream(file.getParent(), "numbers-*")) {
            for (var left : files) {
                Files.delete(left);
            }
        }
    }

    @Test
    void pagesGoBackToTheFirstLineWithEachOnce() throws IOException {
        write(313);

        assertThat(readOn(page("lines=50"), 50)).isEqualTo(numbered(0, 433));
    }

    @Test
    void pagesGoOnWhenTheFileIsRenamed() throws IOException {
        var newest = page("lines=50");
        Files.move(file, rotated(""));
        api.post("/logs/reload").then().statusCode(200);
        write(100);

        assertThat(readOn(newest, 7)).isEqualTo(numbered(0, 120));
        assertThat(readOn(page("lines=50"), 50)).isEqualTo(numbered(0, 220));
    }

    @Test
    void pagesGoOnWhenTheFileIsCopiedAndTruncated() throws IOException {
        var newest = page("lines=50");
        Files.copy(file, file.resolveSibling("numbers-out.log.1"));
        Files.write(file, new byte[0]);
        write(200);

        assertThat(readOn(newest, 7)).isEqualTo(numbered(0, 120));
        assertThat(readOn(page("lines=50"), 50)).isEqualTo(numbered(0, 320));
    }

    @Test
    void pagesGoOnWhenTheFileIsPackedAndTruncated() throws IOException {
        var newest = page("lines=50");
        try (var out = new GZIPOutputStream(Files.newOutputStream(rotated(".gz")))) {
            Files.copy(file, out);
        }
        Files.write(file, new byte[0]);
        write(30);

        assertThat(readOn(newest, 7)).isEqualTo(numbered(0, 120));
        assertThat(readOn(page("lines=50"), 50)).isEqualTo(numbered(0, 150));
    }

    @Test
    void lineIsFoundByItsKeyAlsoInARotatedFile() throws IOException {
        var key = keys().get(60);
        assertContext(key, 60);

        Files.move(file, rotated(""));
        api.post("/logs/reload").then().statusCode(200);
        write(100);

        assertContext(key, 60);
        Calls.assertProblem(api.get("/logs/context?line=0-o-" + id + "-00000000"), 404, "NOT_FOUND", "logContext");
    }

    @Test
    void linesBeforeOneThatWasHeardAreRead() throws IOException {
        var before = page("lines=50&beforeKey=" + keys().get(80));

        assertThat(texts(before)).isEqualTo(numbered(30, 80));
        assertThat(readOn(before, 50)).isEqualTo(numbered(0, 80));
        Calls.assertProblem(api.get(LOGS + "?beforeKey=0-o-" + id + "-00000000"), 404, "NOT_FOUND", "showLogs");
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        var refused = Map.of("before", List.of("x", "%00", "AQAAAAAAAAAAAAAA", "A".repeat(3_000)),
                "beforeKey", List.of("x", "0-x-0-00000000"),
                "lines", List.of("0", "-1", "10001", "x", "99999999999999999999"));
        refused.forEach((parameter, values) -> values.forEach(value -> {
            var answer = api.get(LOGS + "?" + parameter + "=" + value);
            Calls.assertProblem(answer, 400, "INVALID_ARGUMENT", "showLogs");
            assertThat(answer.jsonPath().getString("violations[0].field")).as(value).isEqualTo(parameter);
        }));
        Calls.assertProblem(api.get("/processes/nobody/logs"), 404, "PROCESS_NOT_FOUND", "showLogs");
        Calls.assertProblem(api.get("/logs?process=nobody"), 404, "PROCESS_NOT_FOUND", "showLogs");
    }

    @Test
    void flushEmptiesTheFilesAndTheHistory() throws IOException {
        assertThat(heard()).isEqualTo(numbered(0, 120));

        api.post(LOGS + "/flush").then().statusCode(200);

        assertThat(file).isEmptyFile();
        assertThat(texts(page("lines=50"))).isEmpty();
        write(5);
        assertThat(heard()).isEqualTo(numbered(120, 125));
    }

    @Test
    void logsStayReadableWhenTheDaemonWasKilled() {
        var newest = page("lines=50");
        pm2.signal(pm2.daemon(), "KILL");
        api.awaitDaemon("down");

        assertThat(readOn(newest, 50)).isEqualTo(numbered(0, 120));
        assertThat(readOn(page("lines=50"), 50)).isEqualTo(numbered(0, 120));
    }

    /// What is written before the console hears the daemon's bus is in no memory.
    private void awaitBus() throws IOException {
        var probe = api.start("numbers.js", "probe").getFirst();
        try (var socket = new RawWebSocket(root.getPort(), "/live/logs?lines=0&process=id:" + probe,
                "Authorization: Bearer " + RealPm2Resource.TOKEN)) {
            var heard = new CompletableFuture<String>();
            Thread.startVirtualThread(() -> {
                try {
                    heard.complete(socket.next().text());
                } catch (IOException e) {
                    heard.completeExceptionally(e);
                }
            });
            await().until(() -> {
                api.post("/processes/probe/stdin", Map.of("line", "1"));
                return heard.isDone();
            });
            assertThat(heard).isCompletedWithValueMatching(frame -> frame.contains("line "));
        }
        api.delete("/processes/probe");
    }

    private void write(int lines) throws IOException {
        api.post("/processes/numbers/stdin", Map.of("line", Integer.toString(lines))).then().statusCode(200);
        written += lines;
        await().until(() -> Files.exists(file) && Files.readString(file).endsWith("line " + (written - 1) + "\n"));
        await().until(() -> heard().contains("line " + (written - 1)));
    }

    private Path rotated(String packed) {
        return file.resolveSibling("numbers-out__2026-11-27_00-00-00.log" + packed);
    }

    private JsonPath page(String query) {
        return api.get(LOGS + "?type=out&" + query).then().statusCode(200).extract().jsonPath();
    }

    /// The lines of a page and of all before it.
    private List<String> readOn(JsonPath from, int lines) {
        var read = new ArrayList<>(texts(from));
        var page = from;
        while (page.getString("before") != null) {
            page = page("lines=" + lines + "&before=" + page.getString("before"));
            read.addAll(0, texts(page));
        }
        return read;
    }

    private void assertContext(String key, int number) {
        var context = api.get("/logs/context?lines=3&line=" + key).then().statusCode(200).extract().jsonPath();
        assertThat(texts(context)).isEqualTo(numbered(number - 3, number + 4));
        assertThat(context.getInt("index")).isEqualTo(3);
    }

    private List<String> heard() {
        return live().stream().map(line -> line.get("text").asText()).toList();
    }

    /// As the page makes them of the lines that it hears.
    private List<String> keys() {
        return live().stream().map(line -> "%d-o-%d-%08x".formatted(line.get("at").asLong(), id,
                hash(line.get("text").asText()))).toList();
    }

    private static int hash(String text) {
        return text.chars().reduce(0x811c9dc5, (hash, character) -> (hash ^ character) * 0x01000193);
    }

    /// What of this process is in memory.
    private List<JsonNode> live() {
        try (var socket = new RawWebSocket(root.getPort(), "/live/logs?lines=10000&type=out&process=id:" + id,
                "Authorization: Bearer " + RealPm2Resource.TOKEN)) {
            // something always comes: nothing is asked for before there is a line
            var lines = new ArrayList<JsonNode>();
            new ObjectMapper().readTree(socket.next().text()).get("lines").forEach(lines::add);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonPath page) {
        return page.getList("lines.text");
    }

    private static List<String> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> "line " + number).toList();
    }
}
