package dev.pm2console.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.accounts.AccountRefusal.BadPassword;
import dev.pm2console.accounts.AccountRefusal.LastAdmin;
import dev.pm2console.accounts.AccountRefusal.NameTaken;
import dev.pm2console.accounts.AccountRefusal.UnknownUser;

/// The rules of users.
class UsersTest {

    @TempDir
    Path directory;

    private Desk desk;
    private Accounts accounts;

    @BeforeEach
    void open() {
        desk = new Desk(directory, Desk.clock());
        accounts = desk.accounts;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void userWhoWasAddedMaySignIn() {
        assertThat(accounts.isEmpty()).isTrue();

        var user = accounts.addUser("Ada", Desk.PASSWORD, Role.OPERATOR);

        assertThat(user).isEqualTo(new User("Ada", Role.OPERATOR, false, desk.clock.instant(), desk.clock.instant(),
                Optional.empty()));
        assertThat(accounts.isEmpty()).isFalse();
        assertThat(accounts.users()).containsExactly(user);
        assertThat(accounts.signIn("Ada", Desk.PASSWORD, Desk.ADDRESS)).isPresent();
    }

    @Test
    void signInIsRemembered() {
        accounts.addUser("ada", Desk.PASSWORD, Role.VIEWER);
        desk.clock.pass(Duration.ofMinutes(5));

        desk.signIn("ada");

        assertThat(accounts.user("ada").orElseThrow().signedInAt()).contains(desk.clock.instant());
    }

    @Test
    void namesThatDifferInCaseAreTheSame() {
        accounts.addUser("Ada", Desk.PASSWORD, Role.ADMIN);

        Desk.assertRefused(new NameTaken("user", "aDA"), () -> accounts.addUser("aDA", Desk.PASSWORD, Role.ADMIN));
        assertThat(accounts.user("ADA").orElseThrow().name()).isEqualTo("Ada");
        var cookie = desk.signIn("ada");
        assertThat(accounts.bySession(cookie).orElseThrow().user().name()).isEqualTo("Ada");
        assertThat(accounts.sessions("aDa")).isEqualTo(1);
    }

    @Test
    void usersAreListedByName() {
        for (var name : new String[] { "bob", "Ada", "carol" }) {
            accounts.addUser(name, Desk.PASSWORD, Role.VIEWER);
        }

        assertThat(accounts.users()).extracting(User::name).containsExactly("Ada", "bob", "carol");
    }

    @Test
    void wrongPasswordUnknownUserAndDisabledUserAreAnsweredAlike() {
        accounts.addUser("admin", Desk.PASSWORD, Role.ADMIN);
        accounts.addUser("ada", Desk.PASSWORD, Role.VIEWER);
        desk.disable("ada", true);

        assertThat(accounts.signIn("admin", Desk.OTHER, Desk.ADDRESS)).isEmpty();
        assertThat(accounts.signIn("nobody", Desk.PASSWORD, Desk.ADDRESS)).isEmpty();
        assertThat(accounts.signIn("ada", Desk.PASSWORD, Desk.ADDRESS)).isEmpty();
    }

    @Test
    void disabledUserIsOutAtOnceAndComesBackByANewSignIn() {
        accounts.addUser("admin", Desk.PASSWORD, Role.ADMIN);
        accounts.addUser("ada", Desk.PASSWORD, Role.VIEWER);
        var cookie = desk.signIn("ada");

        desk.disable("ada", true);
        assertThat(accounts.bySession(cookie)).isEmpty();
        desk.disable("ada", false);

        assertThat(accounts.bySession(cookie)).as("the session of before").isEmpty();
        assertThat(accounts.bySession(desk.signIn("ada"))).isPresent();
    }

    @Test
    void roleCountsFromTheNextRequestOn() {
        accounts.addUser("admin", Desk.PASSWORD, Role.ADMIN);
        accounts.addUser("ada", Desk.PASSWORD, Role.ADMIN);
        var cookie = desk.signIn("ada");

        desk.change("ada", Role.VIEWER);

        assertThat(accounts.bySession(cookie).orElseThrow().user().role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void lastAdministratorStays() {
        accounts.addUser("Admin", Desk.PASSWORD, Role.ADMIN);
        accounts.addUser("ada", Desk.PASSWORD, Role.OPERATOR);
        var lastAdmin = new LastAdmin("Admin");

        Desk.assertRefused(lastAdmin, () -> accounts.removeUser("admin"));
        Desk.assertRefused(lastAdmin, () -> desk.change("admin", Role.OPERATOR));
        Desk.assertRefused(lastAdmin, () -> desk.disable("admin", true));

        assertThat(accounts.user("admin").orElseThrow()).satisfies(admin -> {
            assertThat(admin.role()).isEqualTo(Role.ADMIN);
            assertThat(admin.disabled()).isFalse();
        });
    }

    @Test
    void administratorWhoMayNotSignInIsNoOther() {
        accounts.addUser("admin", Desk.PASSWORD, Role.ADMIN);
        accounts.addUser("second", Desk.PASSWORD, Role.ADMIN);
        desk.disable("second", true);

        Desk.assertRefused(new LastAdmin("admin"), () -> accounts.removeUser("admin"));

        desk.disable("second", false);
        accounts.removeUser("admin");
        assertThat(accounts.users()).extracting(User::name).containsExactly("second");
    }

    @Test
    void refusedChangeChangesNothing() {
        accounts.addUser("admin", Desk.PASSWORD, Role.ADMIN);
        var cookie = desk.signIn("admin");

        Desk.assertRefused(new LastAdmin("admin"), () -> accounts.changeUser("admin",
                new UserChange(Optional.of(Role.VIEWER), Optional.of(Desk.OTHER), Optional.empty(), true)));

        assertThat(accounts.bySession(cookie)).isPresent();
        assertThat(accounts.signIn("admin", Desk.PASSWORD, Desk.ADDRESS)).isPresent();
    }

    @Test
    void usersOfATimeBeforeThereWasAnAdministratorCanBeChanged() {
        accounts.addUser("ada", Desk.PASSWORD, Role.VIEWER);

        assertThat(desk.change("ada", Role.OPERATOR).role()).isEqualTo(Role.OPERATOR);
        accounts.removeUser("ada");
        assertThat(accounts.isEmpty()).isTrue();
    }

    @Test
    void userWhoIsRemovedIsGoneWithEverySession() {
        accounts.addUser("admin", Desk.PASSWORD, Role.ADMIN);
        accounts.addUser("ada", Desk.PASSWORD, Role.VIEWER);
        var cookie = desk.signIn("ada");

        assertThat(accounts.removeUser("ADA").name()).isEqualTo("ada");

        assertThat(accounts.bySession(cookie)).isEmpty();
        assertThat(accounts.signIn("ada", Desk.PASSWORD, Desk.ADDRESS)).isEmpty();
        accounts.addUser("ada", Desk.PASSWORD, Role.VIEWER);
        assertThat(accounts.bySession(cookie)).as("the session of the one before").isEmpty();
    }

    @Test
    void unknownUserIsNamed() {
        var unknown = new UnknownUser("nobody");

        Desk.assertRefused(unknown, () -> accounts.removeUser("nobody"));
        Desk.assertRefused(unknown, () -> desk.change("nobody", Role.ADMIN));
        Desk.assertRefused(unknown, () -> accounts.setPassword("nobody", Desk.PASSWORD, Optional.empty()));
    }

    @Test
    void firstAdministratorIsSetUpOnce() {
        assertThat(accounts.addFirst("admin", Desk.PASSWORD).orElseThrow().role()).isEqualTo(Role.ADMIN);
        assertThat(accounts.addFirst("second", Desk.PASSWORD)).isEmpty();
        assertThat(accounts.users()).hasSize(1);
    }

    @Test
    void newPasswordOfAnotherUserEndsAllItsSessions() {
        accounts.addUser("ada", Desk.PASSWORD, Role.VIEWER);
        var cookie = desk.signIn("ada");
        desk.clock.pass(Duration.ofMinutes(1));

        var user = accounts.changeUser("ada",
                new UserChange(Optional.empty(), Optional.of(Desk.OTHER), Optional.empty(), false));

        assertThat(user.passwordChangedAt()).isEqualTo(desk.clock.instant());
        assertThat(accounts.bySession(cookie)).isEmpty();
        assertThat(accounts.signIn("ada", Desk.PASSWORD, Desk.ADDRESS)).isEmpty();
        assertThat(accounts.signIn("ada", Desk.OTHER, Desk.ADDRESS)).isPresent();
    }

    @Test
    void signOutOfAnotherUserEndsAllItsSessions() {
        accounts.addUser("ada", Desk.PASSWORD, Role.VIEWER);
        var one = desk.signIn("ada");
        var two = desk.signIn("ada");
        assertThat(accounts.sessions("ada")).isEqualTo(2);

        accounts.changeUser("ada", new UserChange(Optional.empty(), Optional.empty(), Optional.empty(), true));

        assertThat(accounts.sessions("ada")).isZero();
        assertThat(accounts.bySession(one)).isEmpty();
        assertThat(accounts.bySession(two)).isEmpty();
    }

    @Test
    void ownPasswordIsChangedByWhoKnowsItAndOnlyThatSessionGoesOn() {
        accounts.addUser("ada", Desk.PASSWORD, Role.VIEWER);
        var here = desk.signIn("ada");
        var elsewhere = desk.signIn("ada");
        var session = accounts.bySession(here).orElseThrow().session();

        accounts.changePassword("ada", Desk.PASSWORD, Desk.OTHER, Optional.of(session));

        assertThat(accounts.bySession(here)).isPresent();
        assertThat(accounts.bySession(elsewhere)).isEmpty();
        assertThat(accounts.signIn("ada", Desk.OTHER, Desk.ADDRESS)).isPresent();
    }

    @Test
    void ownPasswordStaysWhereThePresentOneIsWrong() {
        accounts.addUser("ada", Desk.PASSWORD, Role.VIEWER);

        Desk.assertRefused(new BadPassword("current", "is not right"),
                () -> accounts.changePassword("ada", Desk.OTHER, Desk.OTHER, Optional.empty()));

        assertThat(accounts.signIn("ada", Desk.PASSWORD, Desk.ADDRESS)).isPresent();
    }

    @Test
    void whoGuessesAtAnOwnPasswordKeepsNobodyElseFromChangingTheirs() {
        accounts.addUser("mallory", Desk.PASSWORD, Role.VIEWER);
        accounts.addUser("ada", Desk.PASSWORD, Role.VIEWER);
        for (var i = 0; i < 30; i++) {
            guess("mallory");
        }

        accounts.changePassword("ada", Desk.PASSWORD, Desk.OTHER, Optional.empty());

        assertThat(accounts.signIn("ada", Desk.OTHER, Desk.ADDRESS)).isPresent();
    }

    private void guess(String name) {
        try {
            accounts.changePassword(name, Desk.OTHER, Desk.OTHER, Optional.empty());
        } catch (AccountException refused) {
            desk.clock.pass(refused.refusal() instanceof AccountRefusal.TooManyAttempts(var pause) ? pause
                    : Duration.ZERO);
        }
    }

    @Test
    void weakPasswordIsRefusedWhereverOneIsSet() {
        accounts.addUser("ada", Desk.PASSWORD, Role.VIEWER);
        var weak = new Secret("password1234");

        assertWeak(() -> accounts.addUser("bob", weak, Role.VIEWER));
        assertWeak(() -> accounts.setPassword("ada", weak, Optional.empty()));
        assertWeak(() -> accounts.changePassword("ada", Desk.PASSWORD, weak, Optional.empty()));
        assertWeak(() -> accounts.changeUser("ada",
                new UserChange(Optional.of(Role.ADMIN), Optional.of(weak), Optional.empty(), false)));

        assertThat(accounts.users()).singleElement().extracting(User::role).isEqualTo(Role.VIEWER);
    }

    private static void assertWeak(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(AccountException.class,
                e -> assertThat(e.refusal()).isInstanceOfSatisfying(BadPassword.class,
                        bad -> assertThat(bad.field()).isEqualTo("password")));
    }
}
