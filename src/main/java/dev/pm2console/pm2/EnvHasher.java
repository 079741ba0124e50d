package dev.pm2console.pm2;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.random.RandomGenerator;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Turns environment values into numbers by which they can be compared and not found out: the first 64 bits of an
/// HMAC-SHA-256 with a key that never leaves this object.
final class EnvHasher {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /// An `EnvHasher` whose key is drawn from `random`, which must be unpredictable.
    EnvHasher(RandomGenerator random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /// A function for one thread.
    Session session() {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return new Session(mac);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
        }
    }

    /// Hashes values one after the other on one thread.
    record Session(Mac mac) {
        long hash(String value) {
            return ByteBuffer.wrap(mac.doFinal(value.getBytes(StandardCharsets.UTF_8))).getLong();
        }
    }
}
