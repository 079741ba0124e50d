package dev.pm2console.cli;

import static dev.pm2console.cli.TestCommands.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.accounts.Role;
import dev.pm2console.accounts.Token;
import dev.pm2console.audit.AuditEntry;

class TokenCommandsTest {

    @TempDir
    Path directory;
    private TestCommands commands;

    @BeforeEach
    void open() {
        commands = new TestCommands(directory);
    }

    @AfterEach
    void close() {
        commands.close();
    }

    @Test
    void addPrintsTheTokenAloneAndItLetsIn() {
        var ended = commands.run("token", "add", "deploy", "--role", "operator");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).matches("pm2c_[A-Za-z0-9_-]{43}\\R");
        assertThat(ended.err()).contains("token 1 \"deploy\" (operator)").doesNotContain("pm2c_");
        var token = commands.accounts().byToken(ended.out().strip()).orElseThrow();
        assertThat(token).extracting(Token::name, Token::role, Token::createdBy, Token::expiresAt)
                .containsExactly("deploy", Role.OPERATOR, "cli:tester", Optional.empty());
    }

    @Test
    void addIsInTheAuditWithoutTheToken() {
        var secret = commands.run("token", "add", "deploy", "--role=viewer", "--expires=30d").out().strip();

        assertThat(commands.audit()).singleElement()
                .extracting(AuditEntry::command, AuditEntry::door, AuditEntry::actor, AuditEntry::target,
                        AuditEntry::parameters, AuditEntry::outcome)
                .containsExactly("addToken", "cli", "cli:tester", Optional.of("token:deploy"),
                        Map.of("role", "viewer", "expiresAt", "2031-06-05T07:08:00Z"), AuditEntry.Outcome.DONE);
        assertThat(commands.audit().toString()).doesNotContain(secret);
    }

    @Test
    void tokenEndsAfterATime() {
        assertThat(madeUntil("12h")).satisfies(it -> assertThat(timeOf(it)).isEqualTo(Duration.ofHours(12)));
        assertThat(madeUntil("30d")).satisfies(it -> assertThat(timeOf(it)).isEqualTo(Duration.ofDays(30)));
        assertThat(madeUntil("8w")).satisfies(it -> assertThat(timeOf(it)).isEqualTo(Duration.ofDays(56)));
    }

    @Test
    void tokenWorksOnTheDayThatIsNamed() {
        assertThat(madeUntil("2031-05-06").expiresAt()).contains(Instant.parse("2031-05-07T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "30", "0d", "-1d", "1.5d", "30m", "d", "2031-13-01", "tomorrow", "999999d", "" })
    void whatIsNoTimeIsNotUnderstood(String expires) {
        var ended = commands.run("token", "add", "deploy", "--role", "viewer", "--expires", expires);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--expires");
        assertThat(commands.accounts().tokens()).isEmpty();
    }

    @Test
    void tokenIsNotMadeForThePast() {
        var ended = commands.run("token", "add", "deploy", "--role", "viewer", "--expires", "2031-05-05");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("pm2-console: --expires is in the past");
        assertThat(commands.accounts().tokens()).isEmpty();
    }

    @Test
    void roleHasToBeSaid() {
        var ended = commands.run("token", "add", "deploy");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--role").contains("See: pm2-console token add --help");
    }

    @Test
    void roleThatDoesNotExistIsNotUnderstood() {
        var ended = commands.run("token", "add", "deploy", "--role", "root");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("viewer, operator, admin");
    }

    @ParameterizedTest
    @ValueSource(strings = { "two words", "", "-x", "a/b", "ünïcode", "a\nb" })
    void nameThatNoTokenMayHaveIsNotUnderstood(String name) {
        assertThat(commands.run("token", "add", "--role", "viewer", "--", name).code()).isEqualTo(2);
        assertThat(commands.accounts().tokens()).isEmpty();
    }

    @Test
    void nameThatIsTakenIsRefusedWhateverItsCase() {
        commands.run("token", "add", "deploy", "--role", "viewer");

        var ended = commands.run("token", "add", "Deploy", "--role", "admin");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).isEqualToIgnoringNewLines("pm2-console: there is a token \"Deploy\" already");
        assertThat(commands.audit().getFirst()).extracting(AuditEntry::outcome, AuditEntry::code)
                .containsExactly(AuditEntry.Outcome.FAILED, Optional.of("NAME_TAKEN"));
    }

    @Test
    void listShowsTokensButNotTheirSecrets() {
        var secret = commands.run("token", "add", "deploy", "--role", "operator", "--expires", "30d").out().strip();
        commands.run("token", "add", "watch", "--role", "viewer");

        var ended = commands.run("token", "list");

        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines()).containsExactly(
                "ID  NAME    ROLE      CREATED           BY          EXPIRES           USED",
                "1   deploy  operator  2031-05-06 07:08  cli:tester  2031-06-05 07:08  never",
                "2   watch   viewer    2031-05-06 07:08  cli:tester  never             never");
        assertThat(ended.out()).doesNotContain(secret);
        assertThat(commands.audit()).as("a list changes nothing").hasSize(2);
    }

    @Test
    void listTellsWhichTokensAreOver() {
        commands.accounts().issueToken("old", Role.VIEWER, Optional.of(NOW.minusSeconds(1)), "ann");

        assertThat(commands.run("token", "list").out()).contains("2031-05-06 07:07, is over");
    }

    @Test
    void listAsJsonIsThatOfTheApi() throws Exception {
        commands.run("token", "add", "deploy", "--role", "operator");

        var json = new ObjectMapper().readTree(commands.run("token", "list", "--json").out());

        assertThat(json).isEqualTo(new ObjectMapper().readTree("""
                {"tokens": [{"id": 1, "name": "deploy", "role": "operator", "createdAt": "2031-05-06T07:08:00Z",
                  "createdBy": "cli:tester", "expiresAt": null, "usedAt": null}]}
                """));
    }

    @Test
    void revokedTokenLetsNobodyIn() {
        var secret = commands.run("token", "add", "deploy", "--role", "operator").out().strip();

        var ended = commands.run("token", "revoke", "1");

        assertThat(ended).isEqualTo(new TestCommands.Ended(0, "Token 1 \"deploy\" is revoked.\n", ""));
        assertThat(commands.accounts().byToken(secret)).isEmpty();
        assertThat(commands.audit().getFirst()).extracting(AuditEntry::command, AuditEntry::target)
                .containsExactly("revokeToken", Optional.of("token:1"));
    }

    @Test
    void tokenIsRevokedByItsName() {
        commands.run("token", "add", "deploy", "--role", "operator");

        assertThat(commands.run("token", "revoke", "DEPLOY").code()).isZero();
        assertThat(commands.accounts().tokens()).isEmpty();
    }

    @Test
    void digitsAreANumberAndNotAName() {
        commands.run("token", "add", "2", "--role", "operator");

        assertThat(commands.run("token", "revoke", "2").code()).isEqualTo(1);
        assertThat(commands.accounts().tokens()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "7", "nobody", "99999999999999999999" })
    void tokenThatDoesNotExistIsNotRevoked(String which) {
        var ended = commands.run("token", "revoke", which);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).matches("pm2-console: there is no token \"?" + which + "\"?\\R");
        assertThat(commands.audit().getFirst()).extracting(AuditEntry::outcome, AuditEntry::code)
                .containsExactly(AuditEntry.Outcome.FAILED, Optional.of("NOT_FOUND"));
    }

    private Token madeUntil(String expires) {
        var secret = commands.run("token", "add", "t" + expires, "--role", "viewer", "--expires", expires).out().strip();
        return commands.accounts().byToken(secret).orElseThrow();
    }

    private static Duration timeOf(Token token) {
        return Duration.between(token.createdAt(), token.expiresAt().orElseThrow());
    }
}
