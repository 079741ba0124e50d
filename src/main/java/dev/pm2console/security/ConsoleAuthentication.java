package dev.pm2console.security;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;

/// Tells the framework who sent a request, by its bearer token or its session cookie.
@Singleton
class ConsoleAuthentication implements HttpAuthenticationMechanism {

    private static final String BEARER = "bearer ";

    private final Credentials credentials;
    private final Refusals refusals;

    ConsoleAuthentication(Credentials credentials, Refusals refusals) {
        this.credentials = credentials;
        this.refusals = refusals;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identityProviders) {
        return Uni.createFrom().optional(identity(context));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        refusals.write(context, Refusal.unauthenticated());
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    private Optional<SecurityIdentity> identity(RoutingContext context) {
        var authorization = Optional.ofNullable(context.request().getHeader("Authorization"));
        if (authorization.isPresent()) {
            // whoever sends a token means that, and not a cookie that happens to come with it
            return authorization.filter(it -> it.toLowerCase(Locale.ROOT).startsWith(BEARER))
                    .flatMap(it -> credentials.byToken(it.substring(BEARER.length()).strip()));
        }
        return Optional.ofNullable(context.request().getCookie(Credentials.COOKIE)).map(Cookie::getValue)
                .flatMap(credentials::byCookie);
    }
}
