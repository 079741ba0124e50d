package dev.pm2console.pm2;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.pm2console.process.EnvFingerprint;

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

    /// The names of those of these variables that are not in the fingerprint, or there with another value; sorted.
    Set<String> changed(EnvFingerprint known, Map<String, String> env) {
        var hashes = session();
        var hashesKnown = known.values();
        return env.entrySet().stream()
                .filter(entry -> !Long.valueOf(hashes.hash(entry.getValue())).equals(hashesKnown.get(entry.getKey())))
                .map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    /// Hashes values one after the other on one thread.
    record Session(Mac mac) {
        long hash(String value) {
            return ByteBuffer.wrap(mac.doFinal(value.getBytes(StandardCharsets.UTF_8))).getLong();
        }
    }
}
