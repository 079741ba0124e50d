package dev.pm2console.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a password has to be, and how it is kept.
class PasswordsTest {

    private static final String GOOD = "lantern-orbit-velvet-93";
    /// 72 letters that nobody guesses.
    private static final String LONGEST = "kV7qPz2mXw9rTb4nHs6yJd3fLg8cQe5aUi1oRx0WvBtMzKpNhYjSdFgLcQeAuIoRxWvBtMz7";

    private final Passwords passwords = new Passwords(4);

    @ParameterizedTest
    @ValueSource(strings = { GOOD, "correct mule battery stapler", "Fahrvergnügen-überall-93", "мост река окно стол 17",
            "🐙🌵🪁🧵🛶🧲🪗🧉🪃🛼🧿🪅"
    })
    void passwordThatNobodyGuessesIsGood(String password) {
        assertThat(Passwords.weakness(password, "ada")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "short", "elevenchars" })
    void passwordIsLong(String password) {
        assertThat(Passwords.weakness(password, "ada")).contains("has at least 12 characters");
    }

    @Test
    void charactersAreCountedAndNotWhatTheyAreMadeOf() {
        assertThat(Passwords.weakness("🐙".repeat(6), "ada")).contains("has at least 12 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = { "password1234", "aaaaaaaaaaaa", "qwertyuiop12", "adaadaadaada", "pm2-console-1", "123456789012",
            "letmeinletmein" })
    void passwordThatAnybodyGuessesIsRefused(String password) {
        assertThat(Passwords.weakness(password, "ada").orElseThrow()).contains("too easy to guess");
    }

    @Test
    void nameIsNoPassword() {
        assertThat(Passwords.weakness("archibald.winterbottom", "archibald.winterbottom")).isPresent();
    }

    @Test
    void passwordHasAsManyBytesAsBcryptTakes() {
        assertThat(LONGEST).hasSize(72);

        assertThat(Passwords.weakness(LONGEST, "ada")).isEmpty();
        assertThat(Passwords.weakness(LONGEST + "x", "ada").orElseThrow()).contains("72 bytes");
        assertThat(Passwords.weakness(LONGEST.substring(0, 71) + "ü", "ada").orElseThrow()).contains("72 bytes");
        assertThat(Passwords.weakness("x".repeat(1_000_000), "ada").orElseThrow()).contains("72 bytes");
    }

    @Test
    void everyByteOfTheLongestPasswordCounts() {
        var hash = Optional.of(passwords.hash(LONGEST));

        assertThat(passwords.matches(LONGEST, hash)).isTrue();
        assertThat(passwords.matches(LONGEST.substring(0, 71) + "x", hash)).isFalse();
        assertThat(passwords.matches(LONGEST.substring(0, 71), hash)).isFalse();
        assertThat(passwords.matches(LONGEST + "x", hash)).isFalse();
    }

    @Test
    void lettersThatTakeSeveralBytesCountWhole() {
        var password = "ü".repeat(36);
        var hash = Optional.of(passwords.hash(password));

        assertThat(passwords.matches(password, hash)).isTrue();
        assertThat(passwords.matches("ü".repeat(35) + "ö", hash)).isFalse();
    }

    @Test
    void passwordIsTheSameOnEveryKeyboard() {
        var hash = Optional.of(passwords.hash("café-lantern-orbit-93"));

        assertThat(passwords.matches("cafe\u0301-lantern-orbit-93", hash)).isTrue();
        assertThat(passwords.matches("cafe-lantern-orbit-93", hash)).isFalse();
    }

    @Test
    void whatIsNoCharacterIsRefused() {
        assertThat(Passwords.weakness(GOOD + "\0", "ada")).isPresent();
        assertThat(Passwords.weakness(GOOD + "\ud83d", "ada")).isPresent();
    }

    @Test
    void samePasswordIsKeptDifferentlyEachTime() {
        var hash = passwords.hash(GOOD);

        assertThat(hash).startsWith("$2a$04$").isNotEqualTo(passwords.hash(GOOD)).doesNotContain(GOOD);
    }

    @Test
    void nobodysPasswordIsNone() {
        for (var password : new String[] { "", GOOD, ".".repeat(31) }) {
            assertThat(passwords.matches(password, Optional.empty())).isFalse();
        }
    }

    /// With a word that sounds like one out of a book of secrets, whatever a browser sends.
    @Test
    void strangeInputIsJustWrong() {
        var hash = Optional.of(passwords.hash(GOOD));

        for (var password : new String[] { "", "\0", "\ud83d", GOOD + "\0", "x".repeat(100_000), "ü".repeat(100_000) }) {
            assertThat(passwords.matches(password, hash)).isFalse();
        }
    }

    @Test
    void costIsThatOfARealPassword() {
        assertThat(Passwords.COST).isGreaterThanOrEqualTo(12);
    }
}
