package dev.pm2console.accounts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.pm2console.accounts.AccountTables.StoredUser;

/// Those who may sign in. Reads are answered from memory; changes are written before they count. There is always an
/// administrator who can sign in, once there was one.
final class Users {

    /// The most users there may be.
    private static final int MOST = 1_000;

    private final AccountTables tables;
    private final Passwords passwords;
    private final InstantSource clock;
    private volatile Map<String, StoredUser> byName = Map.of();

    Users(AccountTables tables, Passwords passwords, InstantSource clock) {
        this.tables = tables;
        this.passwords = passwords;
        this.clock = clock;
        reload();
    }

    void reload() {
        byName = tables.users().stream()
                .collect(Collectors.toUnmodifiableMap(it -> key(it.user().name()), Function.identity()));
    }

    /// All of them, by name.
    List<User> list() {
        return byName.values().stream().map(StoredUser::user).sorted((a, b) -> key(a.name()).compareTo(key(b.name()))).toList();
    }

    Optional<User> find(String name) {
        return Optional.ofNullable(byName.get(key(name))).map(StoredUser::user);
    }

    User require(String name) {
        return find(name).orElseThrow(() -> new AccountException(new AccountRefusal.UnknownUser(name)));
    }

    User add(String name, Secret password, Role role) {
        if (byName.size() >= MOST) {
            throw new AccountException(new AccountRefusal.TooMany("users", MOST));
        }
        if (find(name).isPresent()) {
            throw taken(name);
        }
        var hash = hashed(password, name);
        var now = clock.instant();
        var user = new User(name, role, false, now, now, Optional.empty());
        if (!tables.add(user, hash)) {
            throw taken(name); // by a command of the executable, meanwhile
        }
        reload();
        return require(name);
    }

    User change(String name, UserChange change) {
        var user = require(name);
        var role = change.role().orElse(user.role());
        var disabled = change.disabled().orElse(user.disabled());
        var password = change.password().map(it -> hashed(it, user.name()));
        var changed = tables.change(user.name(), role, disabled, password, change.endsSessions(), clock.instant());
        reload();
        if (!changed) {
            throw lastAdmin(name);
        }
        return require(name);
    }

    void setPassword(String name, Secret password, Optional<String> keptSession) {
        var user = require(name);
        tables.setPassword(user.name(), hashed(password, user.name()), clock.instant(), keptSession);
        reload();
    }

    void remove(String name) {
        var removed = tables.removeUser(require(name).name());
        reload();
        if (!removed) {
            throw lastAdmin(name);
        }
    }

    /// The user whose password this is; nobody if the user may not sign in. Takes as long for every answer.
    Optional<User> verify(String name, String password) {
        var stored = Optional.ofNullable(byName.get(key(name)));
        var matches = passwords.matches(password, stored.map(StoredUser::password));
        return stored.map(StoredUser::user).filter(user -> matches && !user.disabled());
    }

    void signedIn(User user, Instant now) {
        tables.signedIn(user.name(), now);
        reload();
    }

    private String hashed(Secret password, String name) {
        Passwords.weakness(password.text(), name).ifPresent(reason -> {
            throw new AccountException(new AccountRefusal.BadPassword("password", reason));
        });
        return passwords.hash(password.text());
    }

    /// Where nothing was changed: the user is the last of the administrators, or was removed by another process meanwhile.
    private AccountException lastAdmin(String name) {
        return new AccountException(new AccountRefusal.LastAdmin(require(name).name()));
    }

    private static AccountException taken(String name) {
        return new AccountException(new AccountRefusal.NameTaken("user", name));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
