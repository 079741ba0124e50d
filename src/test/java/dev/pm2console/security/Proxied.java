package dev.pm2console.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

import dev.pm2console.testsupport.Documented;
import io.quarkus.test.junit.QuarkusTestProfile;

/// The console behind a proxy at 127.0.0.1, with the properties that docs/deployment.md tells people to set.
public final class Proxied implements QuarkusTestProfile {

    static final String PAGE = "deployment.md";
    static final String HEADING = "## Behind nginx";
    /// By which the proxy's clients call the console.
    static final String NAME = "console.example.org";

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            var directory = Files.createTempDirectory("pm2-proxied");
            var properties = new HashMap<>(Documented.properties(PAGE, HEADING));
            properties.put("console.pm2.home", Files.createDirectory(directory.resolve("home")).toString());
            properties.put("console.pm2.command", directory.resolve("no-pm2").toString());
            properties.put("console.data", directory.resolve("data").toString());
            properties.put("quarkus.http.test-port", "0");
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
