package dev.pm2console.security;

import java.util.Optional;

import jakarta.inject.Singleton;

import dev.pm2console.accounts.Caller;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.vertx.core.http.HttpServerRequest;

/// Says who asks: the identity that the request proved, and what its headers tell about an agent.
@Singleton
public class Callers {

    private static final int MAX_HEADER = 200;

    private final CurrentIdentityAssociation current;

    Callers(CurrentIdentityAssociation current) {
        this.current = current;
    }

    /// The caller of the current request.
    ///
    /// @param door the door it came through
    public Caller of(HttpServerRequest request, String door) {
        var identity = current.getIdentity();
        return new Caller(identity.getPrincipal().getName(), ConsoleIdentity.role(identity), door, header(request, "X-Agent"),
                header(request, "X-Session-Id"), header(request, "X-Message-Id"));
    }

    /// The session of the current request, where it came with one; not its cookie.
    public Optional<String> session() {
        return ConsoleIdentity.session(current.getIdentity());
    }

    private static Optional<String> header(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).filter(value -> !value.isBlank())
                .map(value -> value.length() > MAX_HEADER ? value.substring(0, MAX_HEADER) : value);
    }
}
