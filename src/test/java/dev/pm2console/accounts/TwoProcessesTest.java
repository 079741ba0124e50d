package dev.pm2console.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.storage.Database;
import dev.pm2console.testsupport.TestAccounts;

/// The console and a command of the executable work on the same tables: what one remembers, the other may have changed just
/// now.
class TwoProcessesTest {

    private static final Secret PASSWORD = new Secret("lantern-orbit-velvet-93");
    private static final Secret OTHER = new Secret("copper-window-harvest-28");

    @TempDir
    Path directory;

    private Database consoles;
    private Database commands;
    private Accounts console;
    private Accounts command;

    @BeforeEach
    void open() {
        consoles = TestAccounts.database(directory);
        commands = TestAccounts.database(directory);
        console = TestAccounts.open(directory, consoles, InstantSource.system());
        console.addUser("root", PASSWORD, Role.ADMIN);
        console.addUser("ann", PASSWORD, Role.ADMIN);
        command = TestAccounts.open(directory, commands, InstantSource.system());
    }

    @AfterEach
    void close() {
        consoles.close();
        commands.close();
    }

    @Test
    void lastAdminStaysThoughTheOtherOneWasDisabledElsewhere() {
        command.changeUser("ann", disabled());

        assertThatExceptionOfType(AccountException.class).isThrownBy(() -> console.changeUser("root", disabled()))
                .matches(e -> e.refusal().equals(new AccountRefusal.LastAdmin("root")));
        assertThatExceptionOfType(AccountException.class).isThrownBy(() -> console.removeUser("root"))
                .matches(e -> e.refusal().equals(new AccountRefusal.LastAdmin("root")));
    }

    @Test
    void userWhoWasDisabledElsewhereStaysSoWhenTheRoleIsChanged() {
        command.changeUser("ann", disabled());

        var user = console.changeUser("ann",
                new UserChange(Optional.of(Role.VIEWER), Optional.empty(), Optional.empty(), false));

        assertThat(user.disabled()).isTrue();
    }

    @Test
    void sessionOfTheOldPasswordDoesNotBeginWhenItWasChangedElsewhere() {
        var user = console.user("ann").orElseThrow();
        var sessions = new Sessions(new AccountTables(consoles), new SessionKey(new byte[32]),
                new Secrets(new SecureRandom()),
                InstantSource.system(), Duration.ofHours(1), Duration.ofHours(1));
        command.setPassword("ann", OTHER, Optional.empty());

        assertThat(sessions.begin(user)).isEmpty();
        assertThat(console.signIn("ann", OTHER, "here")).as("not known yet").isEmpty();
        console.refresh();
        assertThat(console.signIn("ann", OTHER, "here")).isPresent();
    }

    @Test
    void sessionsOfAUserWhoIsGivenAPasswordElsewhereEnd() {
        var cookie = console.signIn("ann", PASSWORD, "here").orElseThrow();

        command.changeUser("ann", new UserChange(Optional.empty(), Optional.of(OTHER), Optional.of(false), true));
        console.refresh();

        assertThat(console.bySession(cookie)).isEmpty();
    }

    @Test
    void tokenMadeElsewhereLetsInAndOneRevokedElsewhereDoesNot() {
        var issued = command.issueToken("deploy", Role.OPERATOR, Optional.empty(), "cli:test");
        console.refresh();
        assertThat(console.byToken(issued.secret().text())).map(Token::name).contains("deploy");

        command.revokeToken(issued.token().id());
        console.refresh();
        assertThat(console.byToken(issued.secret().text())).isEmpty();
    }

    private static UserChange disabled() {
        return new UserChange(Optional.empty(), Optional.empty(), Optional.of(true), false);
    }
}
