package dev.pm2console.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/// The console with a PM2 home that nobody lives in: for what must work without a daemon.
public class WithoutPm2 implements QuarkusTestProfile {

    public static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "console.pm2.home", temporary().toString(),
                "console.data", temporary().toString(),
                "console.admin-token", TOKEN,
                "quarkus.http.test-port", "0");
    }

    private static Path temporary() {
        try {
            var home = Files.createTempDirectory("pm2");
            home.toFile().deleteOnExit();
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
