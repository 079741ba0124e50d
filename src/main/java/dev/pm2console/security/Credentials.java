package dev.pm2console.security;

import java.time.InstantSource;
import java.util.Optional;

import jakarta.inject.Singleton;

import dev.pm2console.audit.Role;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.security.identity.SecurityIdentity;

/// What lets somebody in: the administrator's token, a session, and the one-time set-up address.
@Singleton
public class Credentials {

    /// The cookie that holds a session.
    public static final String COOKIE = "pm2-console-session";
    private static final int SHORTEST_TOKEN = 32;

    private final Optional<Secrets.Hash> adminToken;
    private final Sessions sessions;
    private final String setUpToken;
    private final Secrets.Hash setUpHash;
    private boolean setUpUsed;

    Credentials(SecurityConfig config, InstantSource clock) {
        config.adminToken().filter(token -> token.length() < SHORTEST_TOKEN).ifPresent(token -> {
            throw new ConfigurationException("CONSOLE_ADMIN_TOKEN has " + token.length() + " characters; it needs at least "
                    + SHORTEST_TOKEN + ". One can be made with: openssl rand -hex 32");
        });
        var secrets = new Secrets();
        adminToken = config.adminToken().map(Secrets.Hash::of);
        sessions = new Sessions(secrets, clock, config.session().idle(), config.session().absolute());
        setUpToken = secrets.next();
        setUpHash = Secrets.Hash.of(setUpToken);
    }

    /// The token of the set-up address, for the one who starts the console.
    String setUpToken() {
        return setUpToken;
    }

    /// Signs a browser in with the set-up token, once.
    ///
    /// @return the session cookie's value; empty for a wrong token, or one that was used
    public synchronized Optional<String> redeem(String token) {
        if (setUpUsed || !setUpHash.matches(token)) {
            return Optional.empty();
        }
        setUpUsed = true;
        return Optional.of(sessions.begin("admin", Role.ADMIN));
    }

    /// Ends a session.
    public void signOut(String cookie) {
        sessions.end(cookie);
    }

    Optional<SecurityIdentity> byToken(String token) {
        return adminToken.filter(hash -> hash.matches(token)).map(_ -> ConsoleIdentity.of("CONSOLE_ADMIN_TOKEN", Role.ADMIN));
    }

    Optional<SecurityIdentity> byCookie(String cookie) {
        return sessions.find(cookie).map(session -> ConsoleIdentity.of(session.name(), session.role()));
    }
}
