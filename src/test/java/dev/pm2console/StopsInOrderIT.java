package dev.pm2console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.testsupport.PackagedConsole;
import dev.pm2console.testsupport.Patience;
import dev.pm2console.testsupport.RawWebSocket;
import dev.pm2console.testsupport.RealPm2;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/// The packaged console is asked to stop while it works for others.
class StopsInOrderIT {

    private static final String TOKEN = "token-of-the-test-that-stops-consoles";
    /// How a program ends on SIGTERM, as its exit code says it.
    private static final int TERMINATED = 143;

    @TempDir
    Path directory;
    private final HttpClient client = HttpClient.newHttpClient();
    private RealPm2 pm2;
    private PackagedConsole console;
    private Path gate;

    /// A cluster whose reload ends when the gate is open.
    @BeforeEach
    void start() throws IOException {
        pm2 = RealPm2.version(7).startDaemon();
        gate = Files.createFile(directory.resolve("gate"));
        Files.writeString(pm2.appsRoot().resolve("gate.json"), """
                {"name": "gated", "script": "gate.js", "exec_mode": "cluster", "instances": 2, "wait_ready": true,
                 "listen_timeout": 60000, "env": {"GATE": "%s"}}""".formatted(gate));
        pm2.pm2("start", "gate.json");
        console = new PackagedConsole(directory).with("CONSOLE_ADMIN_TOKEN", TOKEN);
        pm2.configuration().forEach((name, value) -> console.with(name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
    }

    @AfterEach
    void close() {
        client.shutdownNow();
        console.close();
        pm2.close();
    }

    @Test
    void whoListensIsToldAndWhatIsBegunIsFinished() throws Exception {
        var root = console.start();
        var goodbyes = new ArrayList<CompletableFuture<String>>();
        for (var path : List.of("/live/logs", "/live/metrics", "/live/events")) {
            goodbyes.add(listen(root, path));
        }
        var reload = beginReload(root);
        var leaving = new ArrayList<RawWebSocket>();
        for (var i = 0; i < 30; i++) {
            leaving.add(new RawWebSocket(URI.create(root).getPort(), "/live/metrics", "Authorization: Bearer " + TOKEN));
        }

        for (var socket : leaving) {
            socket.close(); // just before they would be told
        }
        console.askToStop();

        for (var goodbye : goodbyes) {
            assertThat(goodbye).succeedsWithin(Patience.LONG).isEqualTo("1001 the console is stopping");
        }
        Patience.await().ignoreExceptions().until(() -> request().get(root + "/api/v1/processes").statusCode() == 503);
        Files.createFile(gate);
        assertThat(reload).succeedsWithin(Patience.LONG).returns(200, Response::statusCode);
        assertEndsInOrder();
        assertThat(audit()).containsExactly("reloadProcess DONE");
    }

    @Test
    void whatTakesTooLongIsReported() throws Exception {
        var root = console.start("-Dconsole.stop-timeout=1s");
        var reload = beginReload(root);

        console.askToStop();

        assertEndsInOrder();
        assertThat(reload).succeedsWithin(Patience.LONG).extracting(Response::statusCode)
                .isIn(502, 503, 504);
        assertThat(audit()).containsExactly("reloadProcess UNKNOWN");
    }

    @Test
    void whoReadsNothingIsNotWaitedFor() throws Exception {
        var root = console.start();
        pm2.pm2("start", "idle.js", "--name", "large");
        var log = pm2.home().resolve("logs/large-out.log");
        Patience.await().until(() -> Files.exists(log));
        Files.writeString(log, ("x".repeat(1023) + "\n").repeat(64 << 10));
        Patience.await().until(() -> request().get(root + "/api/v1/processes/large").statusCode() == 200);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(root).getPort())) {
            socket.getOutputStream().write(("GET /api/v1/processes/large/logs/download?type=out HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: Bearer " + TOKEN + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");

            console.askToStop();

            assertEndsInOrder();
        }
    }

    private void assertEndsInOrder() throws SQLException {
        var ended = console.ended();
        assertThat(ended.code()).as(ended.out()).isEqualTo(TERMINATED);
        assertThat(ended.out()).doesNotContain("\tat ").contains("pm2-console stopped in");
        assertThat(query("PRAGMA integrity_check")).containsExactly("ok");
        assertThat(Path.of(pm2.configuration().get("console.data"), "console.db-wal")).doesNotExist();
    }

    /// Of an instance that is not ready as long as the gate is shut.
    private CompletableFuture<Response> beginReload(String root) throws IOException {
        var before = pm2.processes().size();
        Files.delete(gate);
        var reload = CompletableFuture.supplyAsync(() -> request().post(root + "/api/v1/processes/gated/reload"));
        Patience.await().until(() -> pm2.processes().size() > before);
        return reload;
    }

    private CompletableFuture<String> listen(String root, String path) {
        var closed = new CompletableFuture<String>();
        var opened = client.newWebSocketBuilder().header("Authorization", "Bearer " + TOKEN)
                .buildAsync(URI.create(root.replace("http:", "ws:") + path), new WebSocket.Listener() {
                    @Override
                    public void onOpen(WebSocket socket) {
                        socket.request(Long.MAX_VALUE);
                    }

                    @Override
                    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                        closed.complete(code + " " + reason);
                        return null;
                    }

                    @Override
                    public void onError(WebSocket socket, Throwable error) {
                        closed.completeExceptionally(error);
                    }
                });
        assertThat(opened).succeedsWithin(Patience.LONG);
        return closed;
    }

    private List<String> audit() throws SQLException {
        return query("SELECT command || ' ' || outcome FROM audit");
    }

    private List<String> query(String sql) throws SQLException {
        try (var connection = DriverManager
                .getConnection("jdbc:sqlite:" + pm2.configuration().get("console.data") + "/console.db");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static RequestSpecification request() {
        return RestAssured.given().contentType(ContentType.JSON).header("Authorization", "Bearer " + TOKEN);
    }
}
