package dev.pm2console.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

import dev.pm2console.testsupport.Certificate;
import dev.pm2console.testsupport.Documented;
import io.quarkus.test.junit.QuarkusTestProfile;

/// The console with a certificate, and the properties that docs/deployment.md tells people to set.
public final class Encrypted implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            var directory = Files.createTempDirectory("pm2-encrypted");
            var certificate = Certificate.make(directory, "first", Proxied.NAME);
            var properties = new HashMap<>(Documented.properties(Proxied.PAGE, "## TLS by the console itself"));
            properties.put("quarkus.tls.key-store.pem.0.cert", certificate.file().toString());
            properties.put("quarkus.tls.key-store.pem.0.key", certificate.key().toString());
            properties.put("quarkus.http.host", "127.0.0.1");
            properties.put("quarkus.http.test-port", "0");
            properties.put("quarkus.http.test-ssl-port", freePort()); // with 0, redirects don't know which it became
            properties.put("console.pm2.home", Files.createDirectory(directory.resolve("home")).toString());
            properties.put("console.pm2.command", directory.resolve("no-pm2").toString());
            properties.put("console.data", directory.resolve("data").toString());
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
