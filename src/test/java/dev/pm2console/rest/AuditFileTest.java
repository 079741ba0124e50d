package dev.pm2console.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/// A long file of the audit, and a client that reads it slowly: more than fits any buffer on the way.
@QuarkusTest
@TestProfile(WithoutPeople.class)
@Timeout(60)
class AuditFileTest {

    private static final int ENTRIES = 60_000;

    @Inject
    Database database;

    private final String session = UUID.randomUUID().toString();

    @BeforeEach
    void fill() {
        sql("INSERT INTO audit (at, command, door, actor, role, session, parameters, outcome, took_ms)"
                + " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ENTRIES + ")"
                + " SELECT (unixepoch() - 100000) * 1000, 'stopProcess', 'rest', 'ada', 'admin', '" + session
                + "', '{}', 'DONE', 1 FROM n");
    }

    @AfterEach
    void empty() {
        sql("DELETE FROM audit WHERE session = '" + session + "'");
    }

    private void sql(String text) {
        database.write(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate(text);
            }
        });
    }

    /// @param version of HTTP; with 1.0 the answer comes in one piece
    private Socket ask(String version) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(1 << 16);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        socket.getOutputStream().write(("GET /api/v1/audit?session=" + session + " HTTP/" + version + "\r\nHost: localhost\r\n"
                + "Accept: application/x-ndjson\r\nConnection: close\r\nAuthorization: Bearer " + WithoutPm2.TOKEN + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static String read(InputStream in, int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Test
    void slowReaderKeepsNobodyWaitingAndGetsEverything() throws IOException {
        try (var socket = ask("1.0")) {
            var beginning = read(socket.getInputStream(), 1_000);
            assertThat(beginning).matches("(?s)HTTP/1\\.[01] 200 .*stopProcess.*");

            Calls.assertProblem(Calls.admin().delete("/users/nobody"), 404, "NOT_FOUND", "removeUser");

            var all = beginning + read(socket.getInputStream(), Integer.MAX_VALUE);
            assertThat(all.lines().filter(line -> line.startsWith("{\"at\":") && line.endsWith("}")).count())
                    .isEqualTo(ENTRIES);
        }
    }

    @Test
    void fileThatCanNotBeFinishedIsCutOff() throws IOException {
        try (var socket = ask("1.1")) {
            read(socket.getInputStream(), 1_000);
            sql("ALTER TABLE audit RENAME TO hidden");
            String rest;
            try {
                rest = read(socket.getInputStream(), Integer.MAX_VALUE);
            } catch (IOException reset) {
                rest = "";
            } finally {
                sql("ALTER TABLE hidden RENAME TO audit");
            }

            var end = rest.substring(Math.max(0, rest.length() - 1_000));
            assertThat(end).doesNotContain("INTERNAL", "Problem").doesNotEndWith("0\r\n\r\n");
        }
    }

    @Test
    void auditThatCanNotBeReadIsAnErrorAndNoFile() {
        sql("ALTER TABLE audit RENAME TO hidden");
        try {
            Calls.assertProblem(Calls.admin().accept("text/csv").get("/audit"), 500, "INTERNAL", "listAudit");
        } finally {
            sql("ALTER TABLE hidden RENAME TO audit");
        }
    }
}
