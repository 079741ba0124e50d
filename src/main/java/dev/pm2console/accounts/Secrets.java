package dev.pm2console.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Random secrets, and how they are compared: by their hashes, in a time that does not depend on them.
public final class Secrets {

    private final SecureRandom random;

    public Secrets(SecureRandom random) {
        this.random = random;
    }

    /// A secret of 256 bits, as 43 characters for addresses, cookies and headers.
    public String next() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// What is kept of a random secret. For passwords, which can be guessed, see [Passwords].
    ///
    /// @param sha256 as 64 hexadecimal digits
    public record Hash(String sha256) {

        public static Hash of(String secret) {
            try {
                var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
                return new Hash(HexFormat.of().formatHex(digest));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        public boolean matches(String secret) {
            return MessageDigest.isEqual(sha256.getBytes(StandardCharsets.UTF_8),
                    of(secret).sha256.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "Hash";
        }
    }
}
