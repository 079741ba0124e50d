package dev.pm2console.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/// The console that the attackers meet: no daemon behind it, an apps root with something in it and something beside it.
public final class Guarded implements QuarkusTestProfile {

    /// What `CONSOLE_ADMIN_TOKEN` is.
    static final String ADMIN_TOKEN = "attack-suite-admin-token-0123456789abcdef";

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            var directory = Files.createTempDirectory("pm2-guarded");
            var apps = Files.createDirectories(directory.resolve("apps"));
            Files.writeString(apps.resolve("app.js"), "");
            Files.createDirectory(apps.resolve("folder"));
            var outside = Files.writeString(directory.resolve("outside.js"), "");
            Files.createSymbolicLink(apps.resolve("link.js"), outside);
            Files.createSymbolicLink(apps.resolve("way-out"), Path.of("/etc"));
            return Map.of(
                    "console.pm2.home", Files.createDirectory(directory.resolve("home")).toString(),
                    "console.pm2.command", directory.resolve("no-pm2").toString(),
                    "console.data", directory.resolve("data").toString(),
                    "console.apps.root", apps.toString(),
                    "console.admin-token", ADMIN_TOKEN,
                    "quarkus.http.test-port", "0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
