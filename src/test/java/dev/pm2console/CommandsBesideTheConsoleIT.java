package dev.pm2console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.testsupport.Certificate;
import dev.pm2console.testsupport.Guest;
import dev.pm2console.testsupport.PackagedConsole;
import dev.pm2console.testsupport.Patience;
import io.restassured.RestAssured;

/// The executable's commands as people type them, beside the console that runs on the same data directory.
class CommandsBesideTheConsoleIT {

    private static final String PASSWORD = "lantern-orbit-velvet-93";
    private static final String OTHER = "copper-window-harvest-28";

    private static final PackagedConsole.Ended UP = new PackagedConsole.Ended(0, "up\n", "");

    @TempDir
    Path directory;
    private PackagedConsole console;

    @BeforeEach
    void open() {
        console = new PackagedConsole(directory);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void tokenLetsInAtOnceAndNoMoreWhenItIsRevoked() {
        var root = console.start();

        var added = console.run("", "token", "add", "deploy", "--role", "viewer");
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.out()).matches("pm2c_[A-Za-z0-9_-]{43}\\R");
        Patience.await().until(() -> status(root, added.out().strip()) == 200);

        var revoked = console.run("", "token", "revoke", "deploy");
        assertThat(revoked.code()).as(revoked.err()).isZero();
        Patience.await().until(() -> status(root, added.out().strip()) == 401);
    }

    @Test
    void lostPasswordIsReplacedWhileTheConsoleRuns() {
        assertThat(console.run(PASSWORD + "\n", "user", "add", "ann", "--role", "admin").code()).isZero();
        var guest = new Guest(console.start());
        var session = Guest.session(guest.signIn("ann", PASSWORD));
        assertThat(guest.request().cookie(session).get("/").statusCode()).isEqualTo(200);

        var changed = console.run(OTHER + "\n", "user", "password", "ann");

        assertThat(changed.code()).as(changed.err()).isZero();
        Patience.await().until(() -> guest.request().cookie(session).get("/").statusCode() != 200);
        assertThat(guest.signIn("ann", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(Guest.session(guest.signIn("ann", OTHER))).isNotNull();
    }

    @Test
    void dataDirectoryIsInTheHomeDirectoryUnlessSomethingElseIsSaid() throws IOException {
        assertThat(dataOf()).isEqualTo(directory.resolve("home/.pm2-console"));

        Files.createDirectory(directory.resolve("config"));
        Files.writeString(directory.resolve("config/application.properties"),
                "console.data=" + directory.resolve("by-file") + "\nconsole.metrics.interval=no interval\n");
        assertThat(dataOf()).isEqualTo(directory.resolve("by-file"));

        var more = Files.writeString(directory.resolve("more.properties"), "console.data=" + directory.resolve("by-location"));
        assertThat(dataOf("-Dquarkus.config.locations=" + more)).isEqualTo(directory.resolve("by-location"));

        console.with("CONSOLE_DATA", directory.resolve("by-variable").toString());
        assertThat(dataOf()).isEqualTo(directory.resolve("by-variable"));
        assertThat(dataOf("-Dconsole.data=" + directory.resolve("by-option"))).isEqualTo(directory.resolve("by-option"));
    }

    @Test
    void outputIsTheAnswerAndNothingElse() throws IOException {
        console.run("", "token", "add", "deploy", "--role", "viewer");

        var list = console.run("", "token", "list", "--json");

        assertThat(list.err()).isEmpty();
        assertThat(new ObjectMapper().readTree(list.out()).at("/tokens/0/name").asText()).isEqualTo("deploy");
        assertThat(console.run("", "--version").out()).matches("pm2-console \\d+\\.\\d+\\.\\d+\\S*\\R");
        assertThat(console.run("", "no-such-command")).satisfies(it -> {
            assertThat(it.code()).isEqualTo(2);
            assertThat(it.out()).isEmpty();
        });
    }

    @Test
    void dataDirectoryThatAnybodyMayWriteToIsRefusedInOneSentence() throws IOException {
        var open = Files.createDirectory(directory.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        console.with("CONSOLE_DATA", open.toString());

        assertOneSentence(console.run("", "token", "list"), "is writable for everybody");
        assertOneSentence(console.run(""), "is writable for everybody");
    }

    @Test
    void whatMakesTheConsoleUnsafeKeepsItFromStarting() {
        assertOneSentence(console.run("", "-Dquarkus.http.proxy.proxy-address-forwarding=true"),
                "quarkus.http.proxy.trusted-proxies");
        assertOneSentence(console.run("", "-Dconsole.audit.retention=1h"), "console.audit.retention");
        assertOneSentence(console.with("CONSOLE_ADMIN_TOKEN", "short").run(""), "CONSOLE_ADMIN_TOKEN");
    }

    @Test
    void healthIsToldOfTheConsoleThatIsConfigured() throws IOException {
        console.with("QUARKUS_HTTP_PORT", Integer.toString(unusedPort()));
        assertOneSentence(console.run("", "health"), "does not answer");

        var port = URI.create(console.start()).getPort();

        assertThat(console.run("", "-Dquarkus.http.port=" + port, "health")).isEqualTo(UP);
    }

    @Test
    void healthIsToldWhereThereIsOnlyTlsToo() throws IOException {
        var certificate = Certificate.make(directory, "console", "console.example.org");
        console.with("QUARKUS_HTTP_SSL_PORT", Integer.toString(unusedPort()));
        console.start("-Dquarkus.tls.key-store.pem.0.cert=" + certificate.file(),
                "-Dquarkus.tls.key-store.pem.0.key=" + certificate.key());

        assertThat(console.run("", "-Dquarkus.http.insecure-requests=redirect", "health")).isEqualTo(UP);
    }

    @Test
    void serviceUnitStartsThisExecutableAsItWasStarted() {
        var ended = console.run("", "-Dquarkus.http.port=9000", "service");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().lines().filter(it -> it.startsWith("ExecStart=/"))).singleElement().asString()
                .contains(Path.of("target").toAbsolutePath().toString()).endsWith(" -Dquarkus.http.port=9000");
        assertThat(ended.out()).contains("CONSOLE_PM2_HOME=" + directory.resolve("pm2"));
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void assertOneSentence(PackagedConsole.Ended ended, String part) {
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err().lines().filter(line -> line.contains(part))).hasSize(1);
        assertThat(ended.out() + ended.err()).doesNotContain("\tat ");
    }

    /// Where a command's data was made.
    private Path dataOf(String... options) {
        var arguments = Stream.concat(Stream.of(options),
                Stream.of("token", "list")).toArray(String[]::new);
        var ended = console.run("", arguments);
        assertThat(ended.code()).as(ended.err()).isZero();
        var made = ended.err().replaceAll("(?s)pm2-console: (\\S+) is made now.*", "$1");
        assertThat(Path.of(made, "console.db")).isRegularFile();
        return Path.of(made);
    }

    private static int status(String root, String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).get(root + "/api/v1/status").statusCode();
    }
}
