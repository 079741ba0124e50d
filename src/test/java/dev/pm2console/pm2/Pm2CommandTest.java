package dev.pm2console.pm2;

import static dev.pm2console.testsupport.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.process.DaemonException;
import dev.pm2console.process.DaemonFailure;
import dev.pm2console.testsupport.Patience;

/// Runs commands of the test's own making in PM2's place.
@Timeout(180)
class Pm2CommandTest {

    private static final Map<String, String> CONSOLE = Map.of("PATH", "/usr/bin:/bin", "HOME", "/home/someone", "LANG",
            "C.UTF-8",
            "CONSOLE_ADMIN_TOKEN", "the marker", "NODE_OPTIONS", "--the-marker", "PM2_HOME", "/the/marker");

    @TempDir
    Path directory;

    @BeforeEach
    void enter() throws IOException {
        Files.createDirectory(directory.resolve("bin"));
    }

    @Test
    void argumentsArriveAsTheyAre() throws IOException {
        var command = command("for a in \"$@\"; do printf '<%s>' \"$a\"; done > " + directory + "/out");

        command.run("startup", "a b", "$(touch pwned)", ";id", "*");

        assertThat(directory.resolve("out")).hasContent("<startup><a b><$(touch pwned)><;id><*>");
    }

    @Test
    void environmentIsSmallAndHasNothingOfTheConsoles() throws IOException {
        command("env > " + directory + "/out").run("resurrect");

        var variables = new HashMap<String, String>();
        for (var line : Files.readAllLines(directory.resolve("out"))) {
            variables.put(line.split("=", 2)[0], line.split("=", 2)[1]);
        }
        variables.keySet().removeAll(List.of("PWD", "OLDPWD", "SHLVL", "_")); // the shell's own
        assertThat(variables).isEqualTo(Map.of("PATH", "/usr/bin:/bin", "HOME", "/home/someone", "LANG", "C.UTF-8", "PM2_HOME",
                directory.resolve("home").toString()));
    }

    @Test
    void ecosystemGoesThroughTheInput() throws IOException {
        var command = command("echo \"$@\" > " + directory + "/args; cat > " + directory + "/in");

        command.launch("{\"apps\":[]}".getBytes(StandardCharsets.UTF_8), false, 1);

        assertThat(directory.resolve("args")).hasContent("start -");
        assertThat(directory.resolve("in")).hasContent("{\"apps\":[]}");
    }

    @Test
    void longEcosystemGoesThroughAPrivateFileThatIsGoneAfterwards() throws IOException {
        var command = command("echo \"$1\" > " + directory + "/args; echo \"$2\" > " + directory
                + "/file; stat -c %a \"$2\" \"$(dirname \"$2\")\" > "
                + directory + "/mode; cp \"$2\" " + directory + "/in");
        var text = "{\"apps\":[\"" + "x".repeat(100_000) + "\"]}";

        command.launch(text.getBytes(StandardCharsets.UTF_8), false, 1);

        assertThat(directory.resolve("args")).hasContent("start");
        assertThat(directory.resolve("in")).hasContent(text);
        assertThat(Files.readAllLines(directory.resolve("mode")).getLast()).isEqualTo("700");
        assertThat(Path.of(Files.readString(directory.resolve("file")).strip())).doesNotExist();
    }

    @Test
    void reloadStartsOrReloads() throws IOException {
        command("echo \"$1\" > " + directory + "/args").launch("{}".getBytes(StandardCharsets.UTF_8), true, 1);

        assertThat(directory.resolve("args")).hasContent("startOrReload");
    }

    @Test
    void bannersAndColoursOfASuccessAreNoFailure() throws IOException {
        var command = command("printf '\\033[31m>>>> In-memory PM2 is out-of-date, do:\\033[0m\\n[PM2][WARN] hm\\n'");

        assertThatCode(() -> command.run("resurrect")).doesNotThrowAnyException();
    }

    @Test
    void failureIsToldByItsErrorLinesWithoutColoursAndBanners() throws IOException {
        var command = command(
                "printf '  -----\\n  banner\\n\\033[31m[PM2][ERROR]\\033[39m Script not found\\n| table |\\n'; exit 1");

        assertThat(refusal(command)).isEqualTo("[PM2][ERROR] Script not found");
    }

    @Test
    void failureWithoutAWordIsToldByItsCode() throws IOException {
        assertThat(refusal(command("exit 7"))).contains("7");
    }

    @Test
    void garbageIsNotPassedOn() throws IOException {
        var command = command("head -c 3000000 /dev/urandom; printf '\\n[PM2][ERROR] at last\\n'; exit 1");

        assertThat(refusal(command)).hasSizeLessThan(1_100);
    }

    @Test
    void endlessErrorIsCut() throws IOException {
        var command = command("printf '[PM2][ERROR] '; head -c 200000 /dev/zero | tr '\\0' x; exit 1");

        assertThat(refusal(command)).hasSizeLessThan(1_100).startsWith("[PM2][ERROR] xxx");
    }

    @Test
    void hangingCommandIsEndedWithItsDescendantsAtTheDeadline() throws IOException {
        var deadline = Duration.ofSeconds(3);
        var command = command("sleep 1000 & echo $! > " + directory + "/pid; wait", deadline);
        var began = System.nanoTime();

        assertThatThrownBy(() -> command.run("resurrect")).isInstanceOfSatisfying(DaemonException.class,
                e -> assertThat(e.failure()).isEqualTo(new DaemonFailure.TimedOut("pm2 resurrect", deadline)));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Patience.LONG);
        var sleeper = Long.parseLong(Files.readString(directory.resolve("pid")).strip());
        await().until(() -> ProcessHandle.of(sleeper).map(it -> it.info().command().isEmpty()).orElse(true));
    }

    @Test
    void grandchildThatKeepsTheOutputOpenHoldsNobodyUp() throws IOException {
        var command = command("sleep 1000 & echo $! > " + directory + "/pid; echo '[PM2][ERROR] broken'; exit 1");
        var began = System.nanoTime();

        assertThatThrownBy(() -> command.run("resurrect")).hasMessageContaining("broken");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Patience.LONG);
        ProcessHandle.of(Long.parseLong(Files.readString(directory.resolve("pid")).strip()))
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void commandThatIsNotThereSaysHowToGetIt() {
        var command = new Pm2Command(Optional.empty(), home(), Duration.ofSeconds(10), CONSOLE, new ObjectMapper());

        assertThat(refusal(command)).contains("npm install -g pm2", "console.pm2.command");
        assertThat(command.version()).isEmpty();
        assertThat(command.line(Optional.empty(), List.of("ping"))).isEmpty();
        assertThat(command.packageDirectory()).isEmpty();
    }

    @Test
    void commandThatWasRemovedMeanwhileSaysHowToGetIt() throws IOException {
        var command = command("exit 0");
        Files.delete(directory.resolve("bin/pm2"));

        assertThat(refusal(command)).contains("not there any more", "npm install -g pm2", "console.pm2.command");
    }

    @Test
    void lineForAShellNamesTheCommandAndItsHome() throws IOException {
        var pm2 = directory.resolve("bin/pm2");

        var line = command("").line(Optional.of(Path.of("/srv/my apps")), List.of("start", "it's.json"));

        assertThat(line).contains("cd '/srv/my apps' && env PM2_HOME=" + directory.resolve("home") + " " + pm2
                + " start 'it'\\''s.json'");
    }

    @Test
    void lineForAShellLeavesTheUsualHomeOut() {
        var usual = new Pm2Command(Optional.of(Path.of("/usr/bin/pm2")), new Pm2Home(Path.of("/home/someone/.pm2")),
                Patience.LONG, CONSOLE, new ObjectMapper());

        assertThat(usual.line(Optional.empty(), List.of("ping"))).contains("/usr/bin/pm2 ping");
    }

    @Test
    void versionComesFromThePackageWithoutRunningAnything() throws IOException {
        var command = command("touch " + directory + "/ran");
        Files.writeString(directory.resolve("package.json"), "{\"version\":\"7.1.2\"}");

        assertThat(command.version()).contains("7.1.2");
        assertThat(command.packageDirectory()).contains(directory.toRealPath());
        assertThat(directory.resolve("ran")).doesNotExist();
    }

    private Pm2Command command(String script) throws IOException {
        return command(script, Patience.LONG);
    }

    private Pm2Command command(String script, Duration deadline) throws IOException {
        var file = directory.resolve("bin/pm2");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new Pm2Command(Optional.of(file), home(), deadline, CONSOLE, new ObjectMapper());
    }

    private Pm2Home home() {
        return new Pm2Home(directory.resolve("home"));
    }

    private static String refusal(Pm2Command command) {
        try {
            command.run("resurrect");
            throw new AssertionError("it went well");
        } catch (DaemonException e) {
            return ((DaemonFailure.Refused) e.failure()).error();
        }
    }
}
