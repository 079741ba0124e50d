package dev.pm2console.security;

import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.accounts.Secrets;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.security.identity.SecurityIdentity;

/// What lets somebody in: the administrator's token out of the environment, tokens, and sessions. Answers from memory.
@Singleton
public class Credentials {

    /// The cookie that holds a session.
    public static final String COOKIE = "pm2-console-session";
    private static final int SHORTEST_TOKEN = 32;
    private static final String ADMIN_TOKEN = "CONSOLE_ADMIN_TOKEN";

    private final Optional<Secrets.Hash> adminToken;
    private final Accounts accounts;

    Credentials(SecurityConfig config, Accounts accounts) {
        config.adminToken().filter(token -> token.length() < SHORTEST_TOKEN).ifPresent(token -> {
            throw new ConfigurationException("CONSOLE_ADMIN_TOKEN has " + token.length() + " characters; it needs at least "
                    + SHORTEST_TOKEN + ". One can be made with: openssl rand -hex 32");
        });
        adminToken = config.adminToken().map(Secrets.Hash::of);
        this.accounts = accounts;
    }

    /// Has this made before anything else begins: a token that is too short keeps the console from starting.
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) {
        // its constructor has done it
    }

    Optional<SecurityIdentity> byToken(String token) {
        if (adminToken.filter(hash -> hash.matches(token)).isPresent()) {
            return Optional.of(ConsoleIdentity.of(ADMIN_TOKEN, Role.ADMIN, new Credential.AdminToken()));
        }
        return accounts.byToken(token).map(it -> ConsoleIdentity.of("token:" + it.name(), it.role(),
                new Credential.ApiToken(it.id())));
    }

    Optional<SecurityIdentity> byCookie(String cookie) {
        return accounts.bySession(cookie).map(it -> ConsoleIdentity.of(it.user().name(), it.user().role(),
                new Credential.Session(it.session())));
    }

    /// Whether it still lets somebody in.
    boolean isValid(Credential credential) {
        return switch (credential) {
            case Credential.AdminToken _ -> true;
            case Credential.ApiToken(var id) -> accounts.isTokenValid(id);
            case Credential.Session(var id) -> accounts.ofSession(id).isPresent();
        };
    }
}
