package dev.pm2console.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Slows down whoever guesses: after some failures the next attempt has to wait, and longer after each further one. Counted
/// for each name, for each address, and for the two together, so that neither many guesses for one name from everywhere nor
/// one guess for each of many names gets far. Somebody else's guesses can make a user wait for half a minute at most.
///
/// Remembers the last 10,000 names and addresses that failed; a success forgets what it is about.
final class SignInThrottle {

    private static final int MOST = 10_000;
    /// More of a name than any user has need not be remembered.
    private static final int LONGEST_NAME = 100;
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final InstantSource clock;
    private final Map<Key, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Failures> eldest) {
            return size() > MOST;
        }
    };

    /// What is counted for, and how much is allowed.
    private enum Kind {
        /// One name from one address.
        PAIR(5, Duration.ofMinutes(15)),
        /// Any name from one address.
        ADDRESS(20, Duration.ofMinutes(15)),
        /// One name from anywhere.
        NAME(20, Duration.ofSeconds(30));

        private final int free;
        private final Duration longest;

        Kind(int free, Duration longest) {
            this.free = free;
            this.longest = longest;
        }

        /// How long after the last of so many failures the next attempt may come: 1 s, 2 s, 4 s …
        private Duration wait(int count) {
            if (count < free) {
                return Duration.ZERO;
            }
            var doubled = Duration.ofSeconds(1L << Math.min(20, count - free));
            return doubled.compareTo(longest) < 0 ? doubled : longest;
        }
    }

    private record Key(Kind kind, String text) {
    }

    private record Failures(int count, Instant last) {
    }

    SignInThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /// How long an attempt has still to wait; empty where it may be made now. An attempt that may be made counts as failed
    /// until [#succeeded] says otherwise, so that many at once are no way around.
    synchronized Optional<Duration> attempt(String name, String address) {
        var now = clock.instant();
        var keys = keys(name, address);
        var wait = keys.stream().map(key -> remaining(key, now)).max(Duration::compareTo).orElse(Duration.ZERO);
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        keys.forEach(key -> failures.merge(key, new Failures(1, now), (old, _) -> isForgotten(old, now) ? new Failures(1, now)
                : new Failures(old.count + 1, now)));
        return Optional.empty();
    }

    /// The attempt was right: what was counted against the name is forgotten, and this attempt of the address.
    synchronized void succeeded(String name, String address) {
        for (var key : keys(name, address)) {
            if (key.kind == Kind.ADDRESS) {
                failures.computeIfPresent(key, (_, old) -> old.count <= 1 ? null : new Failures(old.count - 1, old.last));
            } else {
                failures.remove(key);
            }
        }
    }

    /// How many names and addresses are remembered.
    synchronized int remembered() {
        return failures.size();
    }

    private Duration remaining(Key key, Instant now) {
        var found = failures.get(key);
        if (found == null || isForgotten(found, now)) {
            return Duration.ZERO;
        }
        var wait = key.kind.wait(found.count);
        var left = Duration.between(now, found.last.plus(wait));
        return left.compareTo(wait) < 0 ? left : wait; // no longer where the clock was set back
    }

    private static boolean isForgotten(Failures found, Instant now) {
        return found.last.plus(FORGOTTEN).isBefore(now);
    }

    private static List<Key> keys(String name, String address) {
        var who = name.substring(0, Math.min(name.length(), LONGEST_NAME)).toLowerCase(Locale.ROOT);
        return List.of(new Key(Kind.PAIR, who + " " + address), new Key(Kind.ADDRESS, address), new Key(Kind.NAME, who));
    }
}
