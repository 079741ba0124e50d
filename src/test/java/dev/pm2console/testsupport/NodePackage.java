package dev.pm2console.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A package of this project for Node.js, worked with in a copy under `target`, so that nothing is written among the
/// sources. What it depends on stays installed there as long as its lock file stays the same.
public final class NodePackage {

    /// An installation downloads what npm's cache has not.
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Set<String> MADE = Set.of("node_modules", "build");

    private final Path copy;

    /// How a run ended, and what it wrote to both outputs.
    public record Ended(int code, String output) {
    }

    private NodePackage(Path copy) {
        this.copy = copy;
    }

    /// A fresh copy with its dependencies.
    ///
    /// @param source its directory
    /// @param copy   where to copy it to
    public static NodePackage installed(Path source, Path copy) {
        try {
            renew(source, copy);
            var made = new NodePackage(copy.toAbsolutePath());
            made.install();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs one of its scripts.
    public Ended run(String script, Map<String, String> environment) {
        return npm(List.of("run", script), environment);
    }

    private static void renew(Path source, Path copy) throws IOException {
        Files.createDirectories(copy);
        try (var old = Files.list(copy)) {
            old.filter(file -> !file.endsWith("node_modules")).forEach(Scratch::remove);
        }
        try (var files = Files.walk(source)) {
            for (var file : files.filter(it -> isSource(source.relativize(it))).toList()) {
                var target = copy.resolve(source.relativize(file).toString());
                if (!Files.isDirectory(file)) {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static boolean isSource(Path path) {
        return !MADE.contains(path.getName(0).toString());
    }

    private void install() throws IOException {
        var lock = copy.resolve("package-lock.json");
        var installed = copy.resolve("node_modules/installed-lock.json");
        if (Files.exists(installed) && Files.mismatch(lock, installed) == -1) {
            return;
        }
        var ended = npm(List.of("ci"), Map.of());
        if (ended.code() != 0) {
            throw new IllegalStateException("npm ci: " + ended.output());
        }
        Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING); // the last: what was interrupted is made anew
    }

    private Ended npm(List<String> arguments, Map<String, String> environment) {
        var command = new ArrayList<>(List.of("npm"));
        command.addAll(arguments);
        try {
            var output = Files.createTempFile(copy, "output", ".txt");
            var builder = new ProcessBuilder(command).directory(copy.toFile()).redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PM2_"));
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException(command + " does not end: " + Files.readString(output));
            }
            return new Ended(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
