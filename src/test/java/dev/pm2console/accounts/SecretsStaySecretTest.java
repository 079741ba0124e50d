package dev.pm2console.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No password, token or cookie gets into a message by mistake, and none is on the disk.
class SecretsStaySecretTest {

    @TempDir
    Path directory;

    @Test
    void nothingPrintsASecret() {
        try (var desk = new Desk(directory, Desk.clock())) {
            desk.accounts.addUser("ada", Desk.PASSWORD, Role.ADMIN);
            var cookie = desk.signIn("ada");
            var issued = desk.accounts.issueToken("ci", Role.VIEWER, Optional.empty(), "ada");
            var tables = new AccountTables(desk.database);
            var stored = tables.users().getFirst();
            var printed = Stream.<Object> of(Desk.PASSWORD, issued, issued.token(), issued.secret(), stored,
                    tables.tokens().getFirst(), tables.sessions().getFirst(), desk.accounts.bySession(cookie).orElseThrow(),
                    new UserChange(Optional.empty(), Optional.of(Desk.PASSWORD), Optional.empty(), false),
                    new SessionKey(cookie.getBytes(StandardCharsets.UTF_8)),
                    new AccountRefusal.BadPassword("current", "is not right")).map(Object::toString).toList();

            assertThat(printed).allSatisfy(text -> assertThat(text).doesNotContain(Desk.PASSWORD.text(), cookie,
                    issued.secret().text(), Secrets.Hash.of(issued.secret().text()).sha256(), stored.password()));
        }
    }

    @Test
    void refusalOfAPasswordDoesNotQuoteIt() {
        try (var desk = new Desk(directory, Desk.clock())) {
            assertThat(catchThrowable(
                    () -> desk.accounts.addUser("ada", new Secret("password1234"), Role.ADMIN)).getMessage())
                    .isNotBlank().doesNotContain("password1234");
        }
    }

    @Test
    void noSecretIsOnTheDisk() throws Exception {
        String cookie;
        Token.Issued issued;
        try (var desk = new Desk(directory, Desk.clock())) {
            desk.accounts.addUser("ada", Desk.PASSWORD, Role.ADMIN);
            cookie = desk.signIn("ada");
            issued = desk.accounts.issueToken("ci", Role.VIEWER, Optional.empty(), "ada");
            desk.accounts.byToken(issued.secret().text());
            desk.accounts.refresh();
        }

        try (var files = Files.list(directory)) {
            assertThat(files.filter(file -> !file.toString().contains("sqlite-"))).hasSizeGreaterThanOrEqualTo(2)
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file),
                            StandardCharsets.ISO_8859_1)).doesNotContain(Desk.PASSWORD.text(), cookie,
                                    issued.secret().text()));
        }
    }
}
