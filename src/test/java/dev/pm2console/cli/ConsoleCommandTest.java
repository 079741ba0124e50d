package dev.pm2console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.pm2console.storage.DataDirectory;

class ConsoleCommandTest {

    private static final NewPassword NO_PASSWORD = _ -> {
        throw new AssertionError("a password was asked for");
    };

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = { "--help", "-h", "help", "help token", "help user", "token --help", "token help add",
            "token add --help", "token list -h", "token revoke --help", "user --help", "user password --help", "health --help",
            "service --help", "help service" })
    void helpIsToldWithoutTheDataDirectory(String typed) {
        var out = new StringWriter();
        var err = new StringWriter();

        assertThat(run(out, err, typed.split(" ", -1))).isZero();
        assertThat(out.toString()).startsWith("Usage: pm2-console");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "--version", "-V", "token --version", "user add --version" })
    void versionIsTold(String typed) {
        var out = new StringWriter();

        assertThat(run(out, new StringWriter(), typed.split(" ", -1))).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("pm2-console 1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = { "tokens", "token", "user", "token ad", "--no-such-option", "user list --yaml", "token revoke",
            "user add", "user add ann", "health --timeout 0", "health --timeout 61", "health web", "service --write", "" })
    void whatIsNotUnderstoodEndsWithTwoAndSaysWhereHelpIs(String typed) {
        var out = new StringWriter();
        var err = new StringWriter();

        assertThat(run(out, err, typed.split(" ", -1))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("pm2-console: ").contains("See: pm2-console").doesNotContain("\tat ");
    }

    @Test
    void mistypedCommandIsGuessed() {
        var err = new StringWriter();

        run(new StringWriter(), err, "tokn", "list");

        assertThat(err.toString()).contains("token");
    }

    @Test
    void dataDirectoryThatAnybodyMayWriteToIsRefusedInOneSentence() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        var out = new StringWriter();
        var err = new StringWriter();

        var code = ConsoleCommand.run(place(() -> {
            DataDirectory.open(directory);
            throw new AssertionError("it was opened");
        }), new PrintWriter(out, true), new PrintWriter(err, true), "token", "list");

        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).singleElement().asString().contains("is writable for everybody")
                .contains("chmod 700");
    }

    @Test
    void whatNobodyExpectedIsOneLineToo() {
        var err = new StringWriter();

        var code = ConsoleCommand.run(place(() -> {
            throw new IllegalStateException("broken\nin two lines");
        }), new PrintWriter(new StringWriter()), new PrintWriter(err, true), "user", "list");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines(
                "pm2-console: failed: java.lang.IllegalStateException: broken in two lines");
    }

    private static int run(StringWriter out, StringWriter err, String... arguments) {
        return ConsoleCommand.run(place(() -> {
            throw new AssertionError("the data directory was opened");
        }), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private static Place place(Desk.Opener desk) {
        return new Place(desk, NO_PASSWORD, () -> {
            throw new AssertionError("the installation was looked at");
        }, () -> {
            throw new AssertionError("the console was asked");
        }, "1.2.3");
    }
}
