package dev.pm2console.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A certificate that nobody signed, for `localhost`, `127.0.0.1` and one more name, made by the JDK's `keytool`.
///
/// @param file the certificate, as PEM
/// @param key  its key, as PEM
public record Certificate(Path file, Path key) {

    private static final String PASSWORD = "certificate-of-the-tests";

    /// @param subject what it is issued to, by which it is told apart
    /// @param name    a DNS name that it is also for
    public static Certificate make(Path directory, String subject, String name) {
        try {
            var store = directory.resolve(subject + ".p12");
            keytool("-genkeypair", "-alias", "key", "-keyalg", "EC", "-dname", "CN=" + subject, "-validity", "2",
                    "-ext", "san=dns:localhost,ip:127.0.0.1,dns:" + name, "-storetype", "PKCS12", "-keystore", store.toString(),
                    "-storepass", PASSWORD);
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            return new Certificate(
                    write(directory.resolve(subject + ".crt"), "CERTIFICATE", keys.getCertificate("key").getEncoded()),
                    write(directory.resolve(subject + ".key"), "PRIVATE KEY",
                            keys.getKey("key", PASSWORD.toCharArray()).getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Puts this one in the place of another, as a renewal does.
    public void replace(Certificate other) {
        try {
            Files.copy(key, other.key, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(file, other.file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, String what, byte[] content) throws IOException {
        var text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }

    private static void keytool(String... arguments) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("keytool: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
