package dev.pm2console.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.pm2console.audit.Role;

/// Browsers that are signed in. Kept in memory by the hash of their cookie, at most 1,000 of them.
final class Sessions {

    private static final int MOST = 1_000;

    private final Map<Secrets.Hash, Session> sessions = new ConcurrentHashMap<>();
    private final Secrets secrets;
    private final InstantSource clock;
    private final Duration idle;
    private final Duration absolute;

    record Session(String name, Role role, Instant began, Instant lastUsed) {
    }

    /// @param idle     ended after so long without use
    /// @param absolute ended after so long in any case
    Sessions(Secrets secrets, InstantSource clock, Duration idle, Duration absolute) {
        this.secrets = secrets;
        this.clock = clock;
        this.idle = idle;
        this.absolute = absolute;
    }

    /// Begins a session; answers its cookie's value.
    String begin(String name, Role role) {
        var now = clock.instant();
        sessions.values().removeIf(session -> isOver(session, now));
        if (sessions.size() >= MOST) {
            sessions.entrySet().stream().min(Map.Entry.comparingByValue((a, b) -> a.lastUsed.compareTo(b.lastUsed)))
                    .ifPresent(oldest -> sessions.remove(oldest.getKey()));
        }
        var cookie = secrets.next();
        sessions.put(Secrets.Hash.of(cookie), new Session(name, role, now, now));
        return cookie;
    }

    /// The session of a cookie, which is used now; empty where there is none or it is over.
    Optional<Session> find(String cookie) {
        var now = clock.instant();
        return Optional.ofNullable(sessions.computeIfPresent(Secrets.Hash.of(cookie), (_, session) -> isOver(session, now)
                ? null
                : new Session(session.name, session.role, session.began, now)));
    }

    /// Ends a session, if there is one.
    void end(String cookie) {
        sessions.remove(Secrets.Hash.of(cookie));
    }

    private boolean isOver(Session session, Instant now) {
        return session.lastUsed.plus(idle).isBefore(now) || session.began.plus(absolute).isBefore(now);
    }
}
