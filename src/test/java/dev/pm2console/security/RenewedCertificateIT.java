package dev.pm2console.security;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.testsupport.Certificate;
import dev.pm2console.testsupport.PackagedConsole;
import dev.pm2console.testsupport.Patience;
import dev.pm2console.testsupport.Tls;

/// A certificate is renewed while the console runs.
class RenewedCertificateIT {

    @TempDir
    Path directory;

    @Test
    void renewedCertificateIsServedWithoutARestart() throws IOException {
        var served = Certificate.make(directory, "first", Proxied.NAME);
        var renewed = Certificate.make(directory, "second", Proxied.NAME);
        var port = freePort();
        try (var console = new PackagedConsole(directory)) {
            console.start("-Dquarkus.http.ssl-port=" + port, "-Dquarkus.tls.key-store.pem.0.cert=" + served.file(),
                    "-Dquarkus.tls.key-store.pem.0.key=" + served.key(), "-Dquarkus.tls.reload-period=1s");
            awaitSubject(port, "CN=first");

            renewed.replace(served);

            awaitSubject(port, "CN=second");
        }
    }

    /// A connection that comes while the server takes the certificate over fails, and the next does not.
    private static void awaitSubject(int port, String subject) {
        Patience.await().ignoreExceptions().until(() -> Tls.subjectAt(port).equals(subject));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
