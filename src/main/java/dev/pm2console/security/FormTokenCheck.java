package dev.pm2console.security;

import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.vertx.core.http.HttpServerRequest;

/// Refuses writes that a browser makes without the token of its pages. Programs come with a bearer token, which no foreign
/// page can make a browser send, and need none.
final class FormTokenCheck {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final FormTokens tokens;
    private final CurrentIdentityAssociation current;

    FormTokenCheck(FormTokens tokens, CurrentIdentityAssociation current) {
        this.tokens = tokens;
        this.current = current;
    }

    @ServerRequestFilter
    @WithFormRead
    public void check(ContainerRequestContext context, HttpServerRequest request) {
        if (READING.contains(context.getMethod()) || request.getHeader("Authorization") != null) {
            return;
        }
        var token = Optional.ofNullable(request.getHeader(FormTokens.HEADER)).or(FormTokenCheck::formField);
        if (!tokens.isRight(current.getIdentity(), request, token)) {
            throw new RefusedException(Refusal.forbidden("this form is not of your present session: load the page again, then"
                    + " repeat what you did"));
        }
    }

    private static Optional<String> formField() {
        return Optional.ofNullable((String) CurrentRequestManager.get().getFormParameter(FormTokens.FIELD, true, false));
    }
}
