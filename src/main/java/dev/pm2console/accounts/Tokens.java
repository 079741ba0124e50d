package dev.pm2console.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.pm2console.accounts.AccountTables.StoredToken;

/// What programs come in with. Found in memory by the hash of the secret.
final class Tokens {

    /// By which a token is known for what it is, also by those who look for leaked ones.
    static final String PREFIX = "pm2c_";
    private static final int MOST = 1_000;
    private static final Duration USE_KEPT = Duration.ofMinutes(1);

    private final AccountTables tables;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Map<Long, Instant> used = new ConcurrentHashMap<>();
    private volatile Map<Secrets.Hash, StoredToken> byHash = Map.of();

    Tokens(AccountTables tables, Secrets secrets, InstantSource clock) {
        this.tables = tables;
        this.secrets = secrets;
        this.clock = clock;
        reload();
    }

    void reload() {
        byHash = tables.tokens().stream().collect(Collectors.toUnmodifiableMap(StoredToken::hash, Function.identity()));
    }

    /// All of them, oldest first.
    List<Token> list() {
        return byHash.values().stream().map(StoredToken::token).map(this::withUse)
                .sorted((a, b) -> Long.compare(a.id(), b.id())).toList();
    }

    Token.Issued issue(String name, Role role, Optional<Instant> expiresAt, String by) {
        if (byHash.size() >= MOST) {
            throw new AccountException(new AccountRefusal.TooMany("tokens", MOST));
        }
        var secret = PREFIX + secrets.next();
        var now = Instant.ofEpochMilli(clock.millis()); // as it is kept
        var id = tables.add(name, role, Secrets.Hash.of(secret), now, by, expiresAt)
                .orElseThrow(() -> new AccountException(new AccountRefusal.NameTaken("token", name)));
        reload();
        return new Token.Issued(new Token(id, name, role, now, by, expiresAt, Optional.empty()), new Secret(secret));
    }

    /// @return the token as it was
    Token revoke(long id) {
        var token = list().stream().filter(it -> it.id() == id).findFirst()
                .orElseThrow(() -> new AccountException(new AccountRefusal.UnknownToken(Long.toString(id))));
        tables.removeToken(id);
        used.remove(id);
        reload();
        return token;
    }

    /// The token of a secret, which is used now; empty where there is none or it is over.
    Optional<Token> find(String secret) {
        var now = clock.instant();
        var found = Optional.ofNullable(byHash.get(Secrets.Hash.of(secret))).map(StoredToken::token)
                .filter(token -> !token.isOver(now));
        found.ifPresent(token -> used.put(token.id(), now));
        return found;
    }

    /// Whether the token is there, and not over.
    boolean isValid(long id) {
        var now = clock.instant();
        return byHash.values().stream().anyMatch(it -> it.token().id() == id && !it.token().isOver(now));
    }

    /// Writes down when tokens were used, to the minute.
    void keepUse() {
        byHash.values().forEach(stored -> {
            var token = stored.token();
            var use = used.get(token.id());
            if (use != null && token.usedAt().filter(last -> use.isBefore(last.plus(USE_KEPT))).isEmpty()) {
                tables.tokenUsed(token.id(), use);
            }
        });
    }

    private Token withUse(Token token) {
        var use = Optional.ofNullable(used.get(token.id())).or(token::usedAt);
        return new Token(token.id(), token.name(), token.role(), token.createdAt(), token.createdBy(), token.expiresAt(), use);
    }
}
