package dev.pm2console.accounts;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The console's secret, and what is derived from it (HMAC-SHA256): what is kept of a session's cookie, so that whoever reads
/// the database can't use what is in there, and the token that the session's forms carry.
public final class SessionKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /// @param key at least 32 random bytes
    public SessionKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// What a session is known by.
    String id(String cookie) {
        return sign("session", cookie);
    }

    /// The token that the forms of a browser carry: whoever can't read its pages can't know it.
    ///
    /// @param browser a secret of the browser's: its session's id, or what its cookie for forms holds
    public String formToken(String browser) {
        return sign("form", browser);
    }

    /// Whether it is the token of that browser's forms.
    public boolean isFormToken(String token, String browser) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8),
                formToken(browser).getBytes(StandardCharsets.UTF_8));
    }

    private String sign(String purpose, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(mac.doFinal((purpose + ":" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
