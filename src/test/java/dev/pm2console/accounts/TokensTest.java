package dev.pm2console.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.accounts.AccountRefusal.NameTaken;
import dev.pm2console.accounts.AccountRefusal.UnknownToken;
import dev.pm2console.testsupport.TestClock;

/// What programs come in with.
class TokensTest {

    @TempDir
    Path directory;

    private final TestClock clock = Desk.clock();
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(directory, clock);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Token.Issued issue(String name) {
        return desk.accounts.issueToken(name, Role.OPERATOR, Optional.empty(), "ada");
    }

    @Test
    void tokenIsFoundByItsSecret() {
        var issued = issue("ci");

        var found = desk.accounts.byToken(issued.secret().text()).orElseThrow();

        assertThat(found).isEqualTo(issued.token());
        assertThat(found.name()).isEqualTo("ci");
        assertThat(found.role()).isEqualTo(Role.OPERATOR);
        assertThat(found.createdBy()).isEqualTo("ada");
        assertThat(found.createdAt()).isEqualTo(clock.instant());
    }

    @Test
    void tokenIsToldAsItIsListed() {
        clock.pass(Duration.ofNanos(123_456));

        assertThat(desk.accounts.tokens()).isEmpty();
        assertThat(issue("ci").token()).isEqualTo(desk.accounts.tokens().getFirst());
    }

    @Test
    void secretBeginsWithWhatTellsThatItIsOne() {
        assertThat(issue("ci").secret().text()).matches("pm2c_[A-Za-z0-9_-]{43}")
                .isNotEqualTo(issue("other").secret().text());
    }

    @Test
    void otherSecretsAreNobodys() {
        var secret = issue("ci").secret().text();

        for (var other : new String[] { "", "pm2c_", secret + "x", secret.toLowerCase(Locale.ROOT),
                secret.substring(1), Secrets.Hash.of(secret).sha256() }) {
            assertThat(desk.accounts.byToken(other)).as(other).isEmpty();
        }
    }

    @Test
    void tokenIsWorthNothingFromItsEndOn() {
        var issued = desk.accounts.issueToken("ci", Role.VIEWER, Optional.of(clock.instant().plusSeconds(60)), "ada");
        var secret = issued.secret().text();
        clock.pass(Duration.ofSeconds(60).minusMillis(1));
        assertThat(desk.accounts.byToken(secret)).isPresent();
        assertThat(desk.accounts.isTokenValid(issued.token().id())).isTrue();

        clock.pass(Duration.ofMillis(1));

        assertThat(desk.accounts.byToken(secret)).isEmpty();
        assertThat(desk.accounts.isTokenValid(issued.token().id())).isFalse();
        assertThat(desk.accounts.tokens()).as("to be seen, and revoked").hasSize(1);
    }

    @Test
    void revokedTokenIsWorthNothing() {
        var issued = issue("ci");

        assertThat(desk.accounts.revokeToken(issued.token().id()).name()).isEqualTo("ci");

        assertThat(desk.accounts.byToken(issued.secret().text())).isEmpty();
        assertThat(desk.accounts.isTokenValid(issued.token().id())).isFalse();
        assertThat(desk.accounts.tokens()).isEmpty();
        Desk.assertRefused(new UnknownToken("1"), () -> desk.accounts.revokeToken(1));
    }

    @Test
    void numberIsNeverUsedAgain() {
        var first = issue("ci").token().id();
        desk.accounts.revokeToken(first);

        assertThat(issue("ci").token().id()).isGreaterThan(first);
    }

    @Test
    void nameIsUsedOnce() {
        issue("ci");

        Desk.assertRefused(new NameTaken("token", "CI"), () -> issue("CI"));
    }

    @Test
    void tokensAreListedOldestFirst() {
        issue("b");
        issue("a");

        assertThat(desk.accounts.tokens()).extracting(Token::name).containsExactly("b", "a");
    }

    @Test
    void lastUseIsToldAtOnceAndRememberedOverARestart() {
        var issued = issue("ci");
        assertThat(desk.accounts.tokens().getFirst().usedAt()).isEmpty();
        clock.pass(Duration.ofMinutes(10));
        var used = clock.instant();
        assertThat(desk.accounts.byToken(issued.secret().text())).isPresent();

        assertThat(desk.accounts.tokens().getFirst().usedAt()).contains(used);
        desk.accounts.refresh();
        desk.close();
        desk = new Desk(directory, clock);

        assertThat(desk.accounts.tokens().getFirst().usedAt()).contains(used);
    }

    @Test
    void useIsWrittenDownOnceAMinuteAtMost() {
        var issued = issue("ci");
        var kept = clock.instant();
        desk.accounts.byToken(issued.secret().text());
        desk.accounts.refresh();
        desk.accounts.refresh();
        clock.pass(Duration.ofSeconds(59));

        desk.accounts.byToken(issued.secret().text());
        desk.accounts.refresh();

        assertThat(new AccountTables(desk.database).tokens().getFirst().token().usedAt()).contains(kept);
    }

    @Test
    void guessedSecretIsNoUse() {
        issue("ci");

        desk.accounts.byToken("pm2c_" + "x".repeat(43));

        assertThat(desk.accounts.tokens().getFirst().usedAt()).isEmpty();
    }

    @Test
    void onlyTheHashIsKept() {
        var secret = issue("ci").secret().text();

        assertThat(new AccountTables(desk.database).tokens().getFirst().hash()).isEqualTo(Secrets.Hash.of(secret));
        assertThat(Secrets.Hash.of(secret).sha256()).matches("[0-9a-f]{64}");
    }
}
