package dev.pm2console.accounts;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Everybody who may come in, and what lets them. Whether somebody may is answered from memory and never waits; what changes
/// something blocks for the database, and throws [AccountException] where it isn't done.
///
/// The executable's own commands change the same tables from another process: [#refresh], called every second, takes that
/// over.
public final class Accounts {

    private final AccountTables tables;
    private final InstantSource clock;
    private final Users users;
    private final Tokens tokens;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final ReentrantLock changing = new ReentrantLock();
    private long seen;

    /// A browser that is signed in.
    ///
    /// @param user    who it is, as of now
    /// @param session the session's id, which is not its cookie
    public record SignedIn(User user, String session) {
    }

    public Accounts(AccountTables tables, SessionKey key, Passwords passwords, SecureRandom random, InstantSource clock,
            SessionConfig stay) {
        this.tables = tables;
        this.clock = clock;
        seen = tables.changes();
        var secrets = new Secrets(random);
        users = new Users(tables, passwords, clock);
        tokens = new Tokens(tables, secrets, clock);
        throttle = new SignInThrottle(clock);
        sessions = new Sessions(tables, key, secrets, clock, stay.idle(), stay.absolute());
    }

    /// Whether nobody was set up yet.
    public boolean isEmpty() {
        return users.list().isEmpty();
    }

    /// Everybody, by name.
    public List<User> users() {
        return users.list();
    }

    public Optional<User> user(String name) {
        return users.find(name);
    }

    /// How many browsers a user is signed in with.
    public int sessions(String name) {
        return sessions.count(name);
    }

    /// Who a session's cookie belongs to; nobody where it is over, or the user may not sign in any more.
    public Optional<SignedIn> bySession(String cookie) {
        return sessions.find(cookie).flatMap(session -> users.find(session.user()).filter(user -> !user.disabled())
                .map(user -> new SignedIn(user, session.id())));
    }

    /// The token of a secret; empty where there is none or it is over.
    public Optional<Token> byToken(String secret) {
        return tokens.find(secret);
    }

    /// Who a session belongs to, without counting as a use of it.
    public Optional<User> ofSession(String id) {
        return sessions.byId(id).flatMap(session -> users.find(session.user())).filter(user -> !user.disabled());
    }

    /// Since when a browser is signed in; empty where its session is over.
    public Optional<Instant> since(String session) {
        return sessions.byId(session).map(AccountTables.StoredSession::beganAt);
    }

    /// Whether a token still lets somebody in.
    public boolean isTokenValid(long id) {
        return tokens.isValid(id);
    }

    /// Signs a user in whose password this is.
    ///
    /// @param address where the attempt comes from
    /// @return the cookie of the session; empty for a wrong password, an unknown user and one who may not sign in alike
    /// @throws AccountException ([AccountRefusal.TooManyAttempts]) if there were too many; the password was not looked at then
    public Optional<String> signIn(String name, Secret password, String address) {
        throttle.attempt(name, address).ifPresent(wait -> {
            throw new AccountException(new AccountRefusal.TooManyAttempts(wait));
        });
        return users.verify(name, password.text()).flatMap(user -> {
            throttle.succeeded(name, address);
            return changing(() -> {
                var cookie = sessions.begin(user);
                cookie.ifPresent(_ -> users.signedIn(user, clock.instant()));
                return cookie;
            });
        });
    }

    /// Ends a session.
    public void signOut(String session) {
        changing(() -> {
            sessions.end(session);
            return true;
        });
    }

    public User addUser(String name, Secret password, Role role) {
        return changing(() -> users.add(name, password, role));
    }

    /// Sets up the first administrator.
    ///
    /// @return empty where there is somebody already
    public Optional<User> addFirst(String name, Secret password) {
        return changing(() -> isEmpty() ? Optional.of(users.add(name, password, Role.ADMIN)) : Optional.<User> empty());
    }

    /// Changes a user, wholly or not at all.
    public User changeUser(String name, UserChange change) {
        return changing(() -> {
            var user = users.change(name, change);
            if (change.endsSessions()) {
                sessions.endAllOf(name, Optional.empty());
            }
            return user;
        });
    }

    /// Gives a user another password, and ends the sessions that the old one began.
    ///
    /// @param keptSession one that goes on
    public User setPassword(String name, Secret password, Optional<String> keptSession) {
        return changing(() -> {
            users.setPassword(name, password, keptSession);
            sessions.endAllOf(name, keptSession);
            return users.require(name);
        });
    }

    /// Lets a user choose another password who knows the present one.
    public User changePassword(String name, Secret current, Secret password, Optional<String> keptSession) {
        var own = "sessions of " + name; // where the attempt comes from: whoever is signed in as the user
        throttle.attempt(name, own).ifPresent(wait -> {
            throw new AccountException(new AccountRefusal.TooManyAttempts(wait));
        });
        if (users.verify(name, current.text()).isEmpty()) {
            throw new AccountException(new AccountRefusal.BadPassword("current", "is not right"));
        }
        throttle.succeeded(name, own);
        return setPassword(name, password, keptSession);
    }

    /// @return the user as it was
    public User removeUser(String name) {
        return changing(() -> {
            var user = users.require(name);
            users.remove(name);
            sessions.endAllOf(name, Optional.empty());
            return user;
        });
    }

    /// All tokens, oldest first.
    public List<Token> tokens() {
        return tokens.list();
    }

    public Token.Issued issueToken(String name, Role role, Optional<Instant> expiresAt, String by) {
        return changing(() -> tokens.issue(name, role, expiresAt, by));
    }

    /// @return the token as it was
    public Token revokeToken(long id) {
        return changing(() -> tokens.revoke(id));
    }

    /// Takes over what others wrote, and writes down what was used when.
    public void refresh() {
        changing(() -> {
            tokens.keepUse();
            sessions.keepUse();
            return true;
        });
    }

    /// One at a time, and on top of what others wrote.
    private <T> T changing(Supplier<T> work) {
        changing.lock();
        try {
            takeOver();
            return work.get();
        } finally {
            changing.unlock();
        }
    }

    private void takeOver() {
        var now = tables.changes();
        if (now != seen) {
            seen = now;
            users.reload();
            tokens.reload();
            sessions.reload();
        }
    }
}
