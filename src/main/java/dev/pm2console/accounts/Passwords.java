package dev.pm2console.accounts;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import com.nulabinc.zxcvbn.Zxcvbn;

import at.favre.lib.crypto.bcrypt.BCrypt;

/// How passwords are kept (bcrypt), compared and judged. Hashing costs a few hundred milliseconds of one processor by
/// intent, so only two hashes are made at a time, however many sign in: the rest of the console stays quick.
public final class Passwords {

    /// The least length, in characters.
    public static final int SHORTEST = 12;
    /// The greatest length, in bytes of UTF-8: bcrypt takes no more.
    public static final int LONGEST = 72;
    /// Tuned so that one guess takes about 250 ms of a server's processor.
    public static final int COST = 12;

    /// zxcvbn's second best of five: an attacker with the hash needs more than 10⁸ guesses.
    private static final int LEAST_SCORE = 3;
    private static final int AT_ONCE = 2;

    private final int cost;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    /// A hash that no password has, to be compared with where there is no user.
    private final String nobodys;

    /// @param cost bcrypt's: one more doubles the time
    public Passwords(int cost) {
        this.cost = cost;
        nobodys = String.format(Locale.ROOT, "$2a$%02d$", cost) + ".".repeat(53);
    }

    /// What is kept of a password that was judged good.
    String hash(String password) {
        return inTurn(() -> BCrypt.withDefaults().hashToString(cost, composed(password).toCharArray()));
    }

    /// Whether it is the password of this hash. Takes the same time where there is no user.
    boolean matches(String password, Optional<String> hash) {
        var whole = composed(password);
        var tooLong = bytes(whole) > LONGEST; // and so it is nobody's, but that is told as late as of any other
        var typed = (tooLong ? "x" : whole).toCharArray();
        var verified = inTurn(() -> BCrypt.verifyer().verify(typed, hash.orElse(nobodys).toCharArray()).verified);
        return verified && hash.isPresent() && !tooLong;
    }

    /// What is wrong with a new password; empty where nothing is.
    ///
    /// @param typed the password
    /// @param name  the user's, which a good password does not build on
    public static Optional<String> weakness(String typed, String name) {
        var password = composed(typed);
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("has at least " + SHORTEST + " characters");
        }
        if (bytes(password) > LONGEST) {
            return Optional.of("has at most " + LONGEST + " bytes, which is as many letters of English");
        }
        if (password.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            return Optional.of("has no NUL character, and no half of one");
        }
        var strength = new Zxcvbn().measure(password, List.of(name, "pm2", "console", "pm2-console"));
        if (strength.getScore() < LEAST_SCORE) {
            return Optional.of("is too easy to guess: choose four or more words that have nothing to do with each other, or let"
                    + " a password manager make one");
        }
        return Optional.empty();
    }

    /// The same for the same letters, whatever keyboard and system they were typed with: "é" is one character or two.
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private static int bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length;
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
