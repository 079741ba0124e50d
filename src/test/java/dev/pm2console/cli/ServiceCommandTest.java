package dev.pm2console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceCommandTest {

    private static final List<Path> ANALYSERS = List.of(Path.of("/usr/bin/systemd-analyze"), Path.of("/bin/systemd-analyze"));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;
    private Path executable;

    @BeforeEach
    void install() throws IOException {
        executable = Files.writeString(directory.resolve("pm2-console"), "#!/bin/sh\n");
        assertThat(executable.toFile().setExecutable(true)).isTrue();
        for (var name : List.of("data", "pm2", "apps root")) {
            Files.createDirectory(directory.resolve(name));
        }
    }

    @Test
    void unitStartsWhatWasStartedHere() {
        assertThat(service(installation("ann", List.of()))).isZero();

        assertThat(out.toString().lines()).contains(
                "User=ann",
                "ExecStart=" + executable + " -Dquarkus.http.port=9000",
                "WorkingDirectory=" + directory.resolve("apps root"),
                "Environment=PATH=/opt/node/bin:/usr/bin CONSOLE_DATA=" + directory.resolve("data") + " CONSOLE_PM2_HOME="
                        + directory.resolve("pm2") + " \"CONSOLE_APPS_ROOT=" + directory.resolve("apps root") + "\"",
                "After=network-online.target pm2-ann.service");
        assertThat(err.toString().lines()).singleElement().asString().contains("systemctl enable --now pm2-console");
    }

    @Test
    void stoppingTheConsoleEndsNothingElse() {
        service(installation("ann", List.of()));

        assertThat(out.toString().lines()).contains("KillMode=process", "OOMPolicy=continue");
    }

    @Test
    void applicationsThatTheConsoleStartsCanWrite() {
        assertThat(service(installation("ann", List.of()), "--write", "/var/log/shop", "--write", "/srv/up loads")).isZero();

        assertThat(out.toString().lines()).contains("ReadWritePaths=" + directory.resolve("data") + " "
                + directory.resolve("pm2") + " \"" + directory.resolve("apps root")
                + "\" /var/log/shop \"/srv/up loads\" /tmp /var/tmp");
        assertThat(out.toString()).doesNotContain("PrivateTmp", "PrivateDevices", "MemoryDenyWriteExecute", "MemoryMax");
    }

    @Test
    void rootKeepsWhatApplicationsOfRootGiveUpThemselves() {
        service(installation("root", List.of()));

        assertThat(out.toString()).doesNotContain("CapabilityBoundingSet", "NoNewPrivileges");
    }

    @Test
    void whatIsMissingAndWhatIsSetHereIsTold() throws IOException {
        Files.delete(directory.resolve("data"));

        service(installation("ann", List.of("CONSOLE_ADMIN_TOKEN")));

        assertThat(err.toString().lines()).hasSize(3);
        assertThat(err.toString()).contains("mkdir -p -m 700 '" + directory.resolve("data") + "'")
                .contains("/etc/pm2-console.env: CONSOLE_ADMIN_TOKEN");
        assertThat(out.toString()).doesNotContain("CONSOLE_ADMIN_TOKEN=");
    }

    @Test
    void pathThatDependsOnWhereOneIsIsRefused() {
        assertThat(service(installation("ann", List.of()), "--write", "logs")).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
    }

    @Test
    void whatSystemdReadsOtherwiseIsQuoted() {
        var unit = new SystemdUnit(
                new Installation("ann", List.of("/opt/100% $HOME/java", "-Dq=\"a\\b\""), Path.of("/srv/100%"),
                        Path.of("/d"), Path.of("/p"), Path.of("/a"), "/bin:.:relative:/bin", List.of()),
                List.of(), "1.2.3").text();

        assertThat(unit.lines()).contains("ExecStart=\"/opt/100%% $$HOME/java\" \"-Dq=\\\"a\\\\b\\\"\"",
                "WorkingDirectory=/srv/100%%",
                "Environment=PATH=/bin CONSOLE_DATA=/d CONSOLE_PM2_HOME=/p CONSOLE_APPS_ROOT=/a");
    }

    @ParameterizedTest
    @ValueSource(strings = { "daemon", "root" })
    void systemdUnderstandsIt(String user) throws Exception {
        var analyser = ANALYSERS.stream().filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(analyser.isPresent(), "no systemd-analyze on this machine: package systemd");
        service(installation(user, List.of()), "--write", "/srv/up loads");
        var file = Files.writeString(directory.resolve("pm2-console.service"), out.toString());
        var said = directory.resolve("said");

        var process = new ProcessBuilder(analyser.get().toString(), "verify", "--man=no", "--recursive-errors=no",
                file.toString())
                .redirectErrorStream(true).redirectOutput(said.toFile()).start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(said)).isEmpty();
        assertThat(process.exitValue()).isZero();
    }

    private Installation installation(String user, List<String> variables) {
        return new Installation(user, List.of(executable.toString(), "-Dquarkus.http.port=9000"),
                directory.resolve("apps root"),
                directory.resolve("data"), directory.resolve("pm2"), directory.resolve("apps root"),
                "/opt/node/bin:.:bin:/usr/bin", variables);
    }

    private int service(Installation installation, String... options) {
        var place = new Place(() -> {
            throw new AssertionError("the data directory was opened");
        }, _ -> {
            throw new AssertionError("a password was asked for");
        }, () -> installation, () -> {
            throw new AssertionError("the console was asked");
        }, "1.2.3");
        return ConsoleCommand.run(place, new PrintWriter(out, true), new PrintWriter(err, true),
                Stream.concat(Stream.of("service"), Stream.of(options)).toArray(String[]::new));
    }
}
