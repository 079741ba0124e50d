package dev.pm2console.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.accounts.AccountRefusal.LastAdmin;
import dev.pm2console.accounts.AccountRefusal.NameTaken;
import dev.pm2console.testsupport.TestClock;

/// The executable's commands change what the running console has in memory: it takes that over when it looks the next time,
/// and before it changes something itself.
class TwoProgramsTest {

    @TempDir
    Path directory;

    private final TestClock clock = Desk.clock();
    private Desk console;
    private Desk command;

    @BeforeEach
    void open() {
        console = new Desk(directory, clock);
        console.accounts.addUser("admin", Desk.PASSWORD, Role.ADMIN);
        console.accounts.addUser("ada", Desk.PASSWORD, Role.VIEWER);
        command = new Desk(directory, clock);
    }

    @AfterEach
    void close() {
        command.close();
        console.close();
    }

    @Test
    void userOfTheCommandMaySignInToTheConsole() {
        command.accounts.addUser("new", Desk.PASSWORD, Role.OPERATOR);

        console.accounts.refresh();

        assertThat(console.accounts.user("new")).isPresent();
        assertThat(console.signIn("new")).isNotEmpty();
    }

    @Test
    void tokenOfTheCommandLetsInUntilTheCommandRevokesIt() {
        var issued = command.accounts.issueToken("ci", Role.VIEWER, Optional.empty(), "root");
        console.accounts.refresh();
        assertThat(console.accounts.byToken(issued.secret().text())).isPresent();

        command.accounts.revokeToken(issued.token().id());
        console.accounts.refresh();

        assertThat(console.accounts.byToken(issued.secret().text())).isEmpty();
        assertThat(console.accounts.isTokenValid(issued.token().id())).isFalse();
    }

    @Test
    void passwordThatTheCommandSetEndsTheSessionsOfTheConsole() {
        var cookie = console.signIn("ada");

        command.accounts.setPassword("ada", Desk.OTHER, Optional.empty());
        console.accounts.refresh();

        assertThat(console.accounts.bySession(cookie)).isEmpty();
        assertThat(console.accounts.signIn("ada", Desk.PASSWORD, Desk.ADDRESS)).isEmpty();
        assertThat(console.accounts.signIn("ada", Desk.OTHER, Desk.ADDRESS)).isPresent();
    }

    @Test
    void userWhomTheCommandRemovedOrDisabledIsOut() {
        console.accounts.addUser("bob", Desk.PASSWORD, Role.VIEWER);
        var ada = console.signIn("ada");
        var bob = console.signIn("bob");

        command.accounts.removeUser("ada");
        command.disable("bob", true);
        console.accounts.refresh();

        assertThat(console.accounts.bySession(ada)).isEmpty();
        assertThat(console.accounts.bySession(bob)).isEmpty();
    }

    @Test
    void roleThatTheCommandGaveCounts() {
        var cookie = console.signIn("ada");

        command.change("ada", Role.OPERATOR);
        console.accounts.refresh();

        assertThat(console.accounts.bySession(cookie).orElseThrow().user().role()).isEqualTo(Role.OPERATOR);
    }

    @Test
    void sessionsThatNobodyElseEndedGoOn() {
        var cookie = console.signIn("ada");

        command.accounts.addUser("new", Desk.PASSWORD, Role.VIEWER);
        clock.pass(Duration.ofMinutes(2));
        assertThat(console.accounts.bySession(cookie)).isPresent();
        console.accounts.refresh();

        assertThat(console.accounts.bySession(cookie)).isPresent();
    }

    @Test
    void namesThatTheCommandGaveAreTakenAtOnce() {
        command.accounts.addUser("new", Desk.PASSWORD, Role.VIEWER);
        command.accounts.issueToken("ci", Role.VIEWER, Optional.empty(), "root");

        Desk.assertRefused(new NameTaken("user", "New"), () -> console.accounts.addUser("New", Desk.PASSWORD, Role.VIEWER));
        Desk.assertRefused(new NameTaken("token", "CI"),
                () -> console.accounts.issueToken("CI", Role.VIEWER, Optional.empty(), "ada"));
    }

    @Test
    void twoProgramsDoNotRemoveTheLastTwoAdministrators() {
        console.accounts.addUser("second", Desk.PASSWORD, Role.ADMIN);
        assertThat(command.accounts.users()).hasSize(2);

        command.accounts.removeUser("admin");

        Desk.assertRefused(new LastAdmin("second"), () -> console.accounts.removeUser("second"));
        Desk.assertRefused(new LastAdmin("second"), () -> console.change("second", Role.VIEWER));
    }

    @Test
    void signInOfAUserWhoWasRemovedAMomentAgoIsJustWrong() {
        command.accounts.removeUser("ada");

        assertThat(console.accounts.signIn("ada", Desk.PASSWORD, Desk.ADDRESS)).isEmpty();
    }

    @Test
    void signInWithAPasswordThatWasReplacedAMomentAgoIsJustWrong() {
        clock.pass(Duration.ofSeconds(1));
        command.accounts.setPassword("ada", Desk.OTHER, Optional.empty());

        assertThat(console.accounts.signIn("ada", Desk.PASSWORD, Desk.ADDRESS)).isEmpty();
    }
}
