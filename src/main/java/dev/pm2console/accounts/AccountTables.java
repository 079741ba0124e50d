package dev.pm2console.accounts;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.pm2console.storage.Database;
import dev.pm2console.storage.Schema;
import dev.pm2console.storage.Sql;

/// The tables of users, tokens and sessions. Times are milliseconds since 1970. Of passwords and tokens there are hashes only,
/// of sessions what [SessionKey] makes of them.
public final class AccountTables {

    /// The tables.
    public static final Schema SCHEMA = new Schema("accounts", List.of("""
            CREATE TABLE users (
                name TEXT PRIMARY KEY COLLATE NOCASE,
                role TEXT NOT NULL,
                disabled INTEGER NOT NULL DEFAULT 0,
                password TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                password_at INTEGER NOT NULL,
                signed_in_at INTEGER
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE tokens (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                name TEXT NOT NULL UNIQUE COLLATE NOCASE,
                role TEXT NOT NULL,
                hash TEXT NOT NULL UNIQUE,
                created_at INTEGER NOT NULL,
                created_by TEXT NOT NULL,
                expires_at INTEGER,
                used_at INTEGER
            ) STRICT;
            CREATE TABLE sessions (
                id TEXT PRIMARY KEY,
                user TEXT NOT NULL COLLATE NOCASE REFERENCES users (name) ON DELETE CASCADE,
                began_at INTEGER NOT NULL,
                used_at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            """));

    private final Database database;

    public AccountTables(Database database) {
        this.database = database;
    }

    /// A user with what is kept of the password.
    record StoredUser(User user, String password) {

        @Override
        public String toString() {
            return "StoredUser[" + user.name() + "]";
        }
    }

    /// A token with what is kept of its secret.
    record StoredToken(Token token, Secrets.Hash hash) {
    }

    /// A session.
    ///
    /// @param id what [SessionKey] makes of its cookie
    record StoredSession(String id, String user, Instant beganAt, Instant usedAt) {
    }

    long changes() {
        return database.changes();
    }

    List<StoredUser> users() {
        return database.list(
                "SELECT name, role, disabled, password, created_at, password_at, signed_in_at FROM users ORDER BY name",
                row -> new StoredUser(
                        new User(row.getString(1), Role.valueOf(row.getString(2)), row.getBoolean(3), Sql.time(row, 5),
                                Sql.time(row, 6), Sql.optionalTime(row, 7)),
                        row.getString(4)));
    }

    /// @return false where there is one of that name
    boolean add(User user, String password) {
        return database.update(
                "INSERT INTO users (name, role, disabled, password, created_at, password_at) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                user.name(), user.role().name(), user.disabled(), password, user.createdAt(),
                user.passwordChangedAt()) == 1;
    }

    /// Changes a user, wholly or not at all.
    ///
    /// @param endSessions whether the user's sessions end
    /// @throws AccountException ([AccountRefusal.LastAdmin]) if nobody could look after the users any more
    void change(String name, Role role, boolean disabled, Optional<String> password, boolean endSessions, Instant now) {
        keepingAnAdmin(name, connection -> {
            if (password.isPresent()) {
                Sql.update(connection, "UPDATE users SET password = ?, password_at = ? WHERE name = ?", password.get(), now,
                        name);
            }
            if (endSessions) {
                Sql.update(connection, "DELETE FROM sessions WHERE user = ?", name);
            }
            return Sql.update(connection, "UPDATE users SET role = ?, disabled = ? WHERE name = ?", role.name(), disabled,
                    name);
        });
    }

    /// Sets a password, and ends the user's sessions but the one that is kept.
    void setPassword(String name, String password, Instant now, Optional<String> keptSession) {
        database.write(connection -> {
            Sql.update(connection, "UPDATE users SET password = ?, password_at = ? WHERE name = ?", password, now, name);
            return Sql.update(connection, "DELETE FROM sessions WHERE user = ? AND id <> ?", name, keptSession.orElse(""));
        });
    }

    void signedIn(String name, Instant now) {
        database.update("UPDATE users SET signed_in_at = ? WHERE name = ?", now, name);
    }

    /// @throws AccountException ([AccountRefusal.LastAdmin]) if nobody could look after the users any more
    void removeUser(String name) {
        keepingAnAdmin(name, connection -> Sql.update(connection, "DELETE FROM users WHERE name = ?", name));
    }

    List<StoredToken> tokens() {
        return database.list("SELECT id, name, role, hash, created_at, created_by, expires_at, used_at FROM tokens ORDER BY id",
                row -> new StoredToken(
                        new Token(row.getLong(1), row.getString(2), Role.valueOf(row.getString(3)), Sql.time(row, 5),
                                row.getString(6), Sql.optionalTime(row, 7), Sql.optionalTime(row, 8)),
                        new Secrets.Hash(row.getString(4))));
    }

    /// @return its number; empty where there is one of that name
    Optional<Long> add(String name, Role role, Secrets.Hash hash, Instant now, String by, Optional<Instant> expiresAt) {
        return database.write(connection -> Sql.number(connection,
                "INSERT INTO tokens (name, role, hash, created_at, created_by,"
                        + " expires_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id",
                name, role.name(), hash.sha256(),
                now, by, expiresAt)).stream().boxed().findFirst();
    }

    void tokenUsed(long id, Instant at) {
        database.update("UPDATE tokens SET used_at = ? WHERE id = ?", at, id);
    }

    void removeToken(long id) {
        database.update("DELETE FROM tokens WHERE id = ?", id);
    }

    List<StoredSession> sessions() {
        return database.list("SELECT id, user, began_at, used_at FROM sessions",
                row -> new StoredSession(row.getString(1), row.getString(2), Sql.time(row, 3), Sql.time(row, 4)));
    }

    /// @param passwordAt since when the user has had the password that begins the session
    /// @return false where the user has another one by now, or may not sign in any more
    boolean add(StoredSession session, Instant passwordAt) {
        return database.update("INSERT INTO sessions (id, user, began_at, used_at) SELECT ?, name, ?, ? FROM users"
                + " WHERE name = ? AND password_at = ? AND NOT disabled", session.id(), session.beganAt(), session.usedAt(),
                session.user(), passwordAt) == 1;
    }

    void sessionUsed(String id, Instant at) {
        database.update("UPDATE sessions SET used_at = ? WHERE id = ?", at, id);
    }

    void removeSession(String id) {
        database.update("DELETE FROM sessions WHERE id = ?", id);
    }

    /// Takes everything back where there was an administrator who can sign in, and is none afterwards. Looks at the tables and
    /// not at what is remembered: a command of the executable may be doing the same at this moment.
    private void keepingAnAdmin(String name, Database.Work<Integer> work) {
        database.write(connection -> {
            var before = hasAdmin(connection);
            var changed = work.with(connection);
            if (before && !hasAdmin(connection)) {
                throw new AccountException(new AccountRefusal.LastAdmin(name));
            }
            return changed;
        });
    }

    private static boolean hasAdmin(Connection connection) throws SQLException {
        return Sql.number(connection, "SELECT 1 FROM users WHERE role = ? AND disabled = 0 LIMIT 1", Role.ADMIN.name())
                .isPresent();
    }
}
