package dev.pm2console.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import dev.pm2console.accounts.AccountException;
import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Secret;
import dev.pm2console.accounts.User;
import dev.pm2console.audit.AuditEntry;
import dev.pm2console.audit.AuditEntry.Outcome;
import dev.pm2console.audit.AuditLog;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.vertx.core.http.HttpServerRequest;

/// How people come in and leave. Each attempt is in the audit.
@Singleton
public class SignIns {

    private static final String DOOR = "web";
    /// Of an IPv6 address, the part that a network is given: one machine has all the addresses behind it.
    private static final int NETWORK_BYTES = 8;

    private final Accounts accounts;
    private final SetUp setUp;
    private final AuditLog audit;
    private final InstantSource clock;
    private final CurrentIdentityAssociation current;

    SignIns(Accounts accounts, SetUp setUp, AuditLog audit, InstantSource clock, CurrentIdentityAssociation current) {
        this.accounts = accounts;
        this.setUp = setUp;
        this.audit = audit;
        this.clock = clock;
        this.current = current;
    }

    /// Signs somebody in.
    ///
    /// @return the session's cookie; empty where the name or the password is wrong
    /// @throws AccountException if there were too many attempts
    public Optional<String> signIn(HttpServerRequest request, String name, Secret password) {
        var began = System.nanoTime();
        try {
            var cookie = accounts.signIn(name, password, network(request));
            record("signIn", name, request, cookie.isPresent() ? Outcome.DONE : Outcome.REFUSED,
                    cookie.isPresent() ? Optional.empty() : Optional.of("UNAUTHENTICATED"), began);
            cookie.ifPresent(_ -> leave());
            return cookie;
        } catch (AccountException tooMany) {
            record("signIn", name, request, Outcome.REFUSED, Optional.of("RATE_LIMITED"), began);
            throw tooMany;
        }
    }

    /// Makes the first administrator, and signs that one in.
    ///
    /// @return the session's cookie; empty where the address is worth nothing (any more)
    /// @throws AccountException if the password is not accepted
    public Optional<String> setUp(HttpServerRequest request, String token, String name, Secret password) {
        var began = System.nanoTime();
        var user = setUp.complete(token, name, password);
        record("setUp", name, request, user.isPresent() ? Outcome.DONE : Outcome.REFUSED,
                user.isPresent() ? Optional.empty() : Optional.of("FORBIDDEN"), began);
        return user.flatMap(it -> accounts.signIn(it.name(), password, network(request)));
    }

    /// Ends the session that the request belongs to.
    public void signOut(HttpServerRequest request) {
        var began = System.nanoTime();
        var identity = current.getIdentity();
        if (leave()) {
            record("signOut", identity.getPrincipal().getName(), request, Outcome.DONE, Optional.empty(), began);
        }
    }

    private boolean leave() {
        var session = ConsoleIdentity.session(current.getIdentity());
        session.ifPresent(accounts::signOut);
        return session.isPresent();
    }

    /// A name that nobody has may be a password that was typed into the wrong field, so it is not written down.
    private void record(String command, String name, HttpServerRequest request, Outcome outcome, Optional<String> code,
            long began) {
        var took = Duration.ofNanos(System.nanoTime() - began);
        var user = accounts.user(name);
        audit.record(new AuditEntry(clock.instant().minus(took), command, DOOR, user.map(User::name).orElse("unknown user"),
                user.map(it -> it.role().toString()).orElse("none"), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Map.of("address", address(request)), outcome, code, took));
    }

    private static String network(HttpServerRequest request) {
        var address = address(request);
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }

    /// What a proxy says need not be an address.
    private static String address(HttpServerRequest request) {
        return Optional.ofNullable(request.remoteAddress().hostAddress()).orElse("unknown");
    }
}
