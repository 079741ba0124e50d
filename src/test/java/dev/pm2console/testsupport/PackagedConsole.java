package dev.pm2console.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

import io.restassured.RestAssured;

/// What the build has packaged, started as people start it: the console, and its commands. Where nothing was packaged, the
/// tests that need it are skipped, and say so. It has a home directory of its own, and no PM2.
public final class PackagedConsole implements AutoCloseable {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Process> running = new ArrayList<>();

    /// How a process ended, and what it said.
    public record Ended(int code, String out, String err) {
    }

    /// @param directory for its files; its working directory too
    public PackagedConsole(Path directory) {
        Assumptions.assumeTrue(executable().isPresent(), "nothing was packaged: ./mvnw package");
        this.directory = directory;
        environment.put("HOME", directory.resolve("home").toString());
        environment.put("PM2_HOME", directory.resolve("pm2").toString());
        environment.put("CONSOLE_PM2_COMMAND", directory.resolve("no-pm2").toString());
    }

    /// Sets a variable of the environment that it is started with from now on.
    public PackagedConsole with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /// Runs it to its end.
    ///
    /// @param input what is written to its standard input
    public Ended run(String input, String... arguments) {
        try {
            var out = Files.createTempFile(directory, "out", ".txt");
            var err = Files.createTempFile(directory, "err", ".txt");
            var process = process(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            running.add(process);
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(List.of(arguments) + " does not end: " + Files.readString(err));
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Starts the console, and waits until it answers.
    ///
    /// @return its address, without a slash at the end
    public String start(String... options) {
        try {
            var port = freePort();
            var arguments = Stream.concat(Stream.of("-Dquarkus.http.port=" + port), Stream.of(options)).toArray(String[]::new);
            var process = process(arguments).redirectErrorStream(true).redirectOutput(log().toFile()).start();
            running.add(process);
            var root = "http://127.0.0.1:" + port;
            Patience.await().ignoreExceptions().until(() -> !process.isAlive()
                    || RestAssured.get(root + "/q/health/live").statusCode() == 200);
            if (!process.isAlive()) {
                throw new IllegalStateException("the console did not start: " + Files.readString(log()));
            }
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Asks the console that was started last to stop, as a service manager does.
    public void askToStop() {
        running.getLast().destroy();
    }

    /// How the console that was started last ended, which is waited for.
    public Ended ended() {
        try {
            var console = running.getLast();
            if (!console.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the console does not end: " + Files.readString(log()));
            }
            return new Ended(console.exitValue(), Files.readString(log()), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        running.forEach(Process::destroy);
        for (var process : running) {
            try {
                if (!process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
    }

    private Path log() {
        return directory.resolve("console.log");
    }

    private ProcessBuilder process(String... arguments) throws IOException {
        var executable = executable().orElseThrow();
        var command = new ArrayList<String>();
        if (executable.equals(JAR)) {
            command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar"));
        }
        command.add(executable.toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet()
                .removeIf(name -> Stream.of("CONSOLE_", "QUARKUS_", "PM2_").anyMatch(name::startsWith));
        Files.createDirectories(Path.of(environment.get("HOME")));
        builder.environment().putAll(environment);
        return builder;
    }

    /// What was packaged last: the jar, or the native executable.
    private static Optional<Path> executable() {
        return Stream.of(JAR, Path.of(System.getProperty("native.image.path", "no-native-executable")))
                .filter(Files::isRegularFile).max(Comparator.comparing(it -> it.toFile().lastModified()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
