package dev.pm2console.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/// A real PM2 in a temporary home for the tests in a browser, with a cluster, a process in fork mode, and one that PM2 gave
/// up on. It is the PM2 that the build installed.
public final class BrowserPm2Resource implements QuarkusTestResourceLifecycleManager {

    /// A bearer token of the console under test.
    public static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private static final Path COMMAND = Path.of("target/pm2/node_modules/.bin/pm2").toAbsolutePath();
    private static final String ECOSYSTEM = """
            {"apps": [
              {"name": "storefront", "script": "app.js", "instances": 2, "exec_mode": "cluster", "namespace": "shop"},
              {"name": "mail-worker", "script": "app.js"},
              {"name": "legacy-sync", "script": "broken.js", "max_restarts": 2}
            ]}
            """;

    private Path home;
    private Path apps;

    @Override
    public Map<String, String> start() {
        try {
            home = Files.createTempDirectory("pm2c");
            apps = Files.createTempDirectory("pm2c-apps").toRealPath();
            Files.writeString(apps.resolve("app.js"),
                    """
                            const held = [];
                            setInterval(() => { const until = Date.now() + 40; while (Date.now() < until) {} held.push(Buffer.alloc(1 << 18, 1)); }, 250);
                            """);
            Files.writeString(apps.resolve("broken.js"), "process.exit(3);\n");
            Files.writeString(apps.resolve("ecosystem.json"), ECOSYSTEM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pm2("start", apps.resolve("ecosystem.json").toString());
        pm2("save");
        return Map.of(
                "console.pm2.home", home.toString(),
                "console.pm2.command", COMMAND.toString(),
                "console.apps.root", apps.toString(),
                "console.data", home.resolve("console").toString(),
                "console.admin-token", TOKEN);
    }

    @Override
    public void stop() {
        pm2("kill");
        Stream.of(home, apps).forEach(BrowserPm2Resource::delete);
    }

    private void pm2(String... arguments) {
        try {
            var command = Stream.concat(Stream.of(COMMAND.toString()), Arrays.stream(arguments)).toList();
            var builder = new ProcessBuilder(command).directory(apps.toFile()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("PM2_HOME", home.toString());
            var process = builder.start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("pm2 " + List.of(arguments) + " did not end within 60 s");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("pm2 " + List.of(arguments) + " ended with " + process.exitValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
