package dev.pm2console.security;

import java.util.Optional;

import jakarta.inject.Singleton;

import dev.pm2console.audit.Caller;
import dev.pm2console.audit.Role;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
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
        return new Caller(identity.getPrincipal().getName(), role(identity), door, header(request, "X-Agent"),
                header(request, "X-Session-Id"), header(request, "X-Message-Id"));
    }

    private static Role role(SecurityIdentity identity) {
        return identity.<Role> getAttribute(ConsoleIdentity.ROLE);
    }

    private static Optional<String> header(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).filter(value -> !value.isBlank())
                .map(value -> value.length() > MAX_HEADER ? value.substring(0, MAX_HEADER) : value);
    }
}
