package dev.pm2console.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.pm2console.accounts.AccountTables.StoredSession;

/// Browsers that are signed in, at most 1,000 of them. They outlive the console's restart; when each was used last is kept to
/// the minute.
final class Sessions {

    private static final int MOST = 1_000;
    private static final Duration USE_KEPT = Duration.ofMinutes(1);

    private final Map<String, StoredSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, Instant> written = new ConcurrentHashMap<>();
    private final AccountTables tables;
    private final SessionKey key;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Duration idle;
    private final Duration absolute;

    /// @param idle     ended after so long without use
    /// @param absolute ended after so long in any case
    Sessions(AccountTables tables, SessionKey key, Secrets secrets, InstantSource clock, Duration idle, Duration absolute) {
        this.tables = tables;
        this.key = key;
        this.secrets = secrets;
        this.clock = clock;
        this.idle = idle;
        this.absolute = absolute;
        reload();
    }

    /// Takes over what was written by others: only ends of sessions, and sessions of the time before the start.
    void reload() {
        var stored = tables.sessions().stream().collect(Collectors.toMap(StoredSession::id, Function.identity()));
        sessions.keySet().retainAll(stored.keySet());
        written.keySet().retainAll(stored.keySet());
        stored.forEach((id, session) -> {
            sessions.putIfAbsent(id, session);
            written.putIfAbsent(id, session.usedAt());
        });
    }

    /// Begins a session for a user whose password was right just now.
    ///
    /// @return its cookie's value; empty where the password was changed meanwhile, or the user disabled or removed
    Optional<String> begin(User user) {
        var now = clock.instant();
        removeOld(now);
        var cookie = secrets.next();
        var session = new StoredSession(key.id(cookie), user.name(), now, now);
        if (!tables.add(session, user.passwordChangedAt())) {
            return Optional.empty();
        }
        sessions.put(session.id(), session);
        written.put(session.id(), now);
        return Optional.of(cookie);
    }

    /// The session of a cookie, which is used now; empty where there is none or it is over.
    Optional<StoredSession> find(String cookie) {
        var now = clock.instant();
        return Optional.ofNullable(sessions.computeIfPresent(key.id(cookie), (_, session) -> isOver(session, now) ? null
                : new StoredSession(session.id(), session.user(), session.beganAt(), now)));
    }

    /// The session of this id, without using it.
    Optional<StoredSession> byId(String id) {
        var now = clock.instant();
        return Optional.ofNullable(sessions.get(id)).filter(session -> !isOver(session, now));
    }

    void end(String id) {
        sessions.remove(id);
        tables.removeSession(id);
    }

    /// Ends a user's sessions, except the one that is kept.
    void endAllOf(String user, Optional<String> kept) {
        sessions.values().stream().filter(session -> isOf(session, user) && !kept.equals(Optional.of(session.id())))
                .forEach(session -> end(session.id()));
    }

    /// How many sessions a user has.
    int count(String user) {
        var now = clock.instant();
        return (int) sessions.values().stream().filter(session -> isOf(session, user) && !isOver(session, now)).count();
    }

    /// Writes down when sessions were used, to the minute, and forgets those that are over.
    void keepUse() {
        var now = clock.instant();
        sessions.values().forEach(session -> {
            if (isOver(session, now)) {
                end(session.id());
            } else if (session.usedAt().isAfter(written.getOrDefault(session.id(), session.beganAt()).plus(USE_KEPT))) {
                tables.sessionUsed(session.id(), session.usedAt());
                written.put(session.id(), session.usedAt());
            }
        });
    }

    private void removeOld(Instant now) {
        sessions.values().stream().filter(session -> isOver(session, now)).forEach(session -> end(session.id()));
        if (sessions.size() >= MOST) {
            sessions.values().stream().min(Comparator.comparing(StoredSession::usedAt))
                    .ifPresent(oldest -> end(oldest.id()));
        }
    }

    private static boolean isOf(StoredSession session, String user) {
        return session.user().toLowerCase(Locale.ROOT).equals(user.toLowerCase(Locale.ROOT));
    }

    private boolean isOver(StoredSession session, Instant now) {
        return session.usedAt().plus(idle).isBefore(now) || session.beganAt().plus(absolute).isBefore(now);
    }
}
