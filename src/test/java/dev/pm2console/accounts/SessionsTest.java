package dev.pm2console.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.testsupport.TestClock;

/// How long a browser stays signed in: an hour without use, a day in any case.
class SessionsTest {

    private static final Duration IDLE = Duration.ofHours(1);

    @TempDir
    Path directory;

    private final TestClock clock = Desk.clock();
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(directory, clock);
        desk.accounts.addUser("ada", Desk.PASSWORD, Role.VIEWER);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void sessionIsThatOfItsUser() {
        var cookie = desk.signIn("ada");

        var session = desk.accounts.bySession(cookie).orElseThrow();

        assertThat(session.user().name()).isEqualTo("ada");
        assertThat(session.session()).isNotEqualTo(cookie);
        assertThat(desk.accounts.ofSession(session.session())).isPresent();
        assertThat(cookie).hasSize(43).isNotEqualTo(desk.signIn("ada"));
    }

    @Test
    void unknownCookieIsNobodys() {
        var cookie = desk.signIn("ada");

        for (var other : new String[] { "", "x", cookie + "x", cookie.substring(1), desk.accounts.bySession(cookie)
                .orElseThrow().session() }) {
            assertThat(desk.accounts.bySession(other)).as(other).isEmpty();
        }
    }

    @Test
    void sessionEndsWithoutUse() {
        var cookie = desk.signIn("ada");

        clock.pass(IDLE);
        assertThat(desk.accounts.bySession(cookie)).isPresent();
        clock.pass(IDLE.plusMillis(1));

        assertThat(desk.accounts.bySession(cookie)).isEmpty();
        assertThat(desk.accounts.sessions("ada")).isZero();
    }

    @Test
    void lookingAtASessionIsNoUseOfIt() {
        var cookie = desk.signIn("ada");
        var id = desk.accounts.bySession(cookie).orElseThrow().session();
        clock.pass(IDLE);
        assertThat(desk.accounts.ofSession(id)).isPresent();

        clock.pass(Duration.ofMillis(1));

        assertThat(desk.accounts.ofSession(id)).isEmpty();
        assertThat(desk.accounts.bySession(cookie)).isEmpty();
    }

    @Test
    void sessionEndsAfterADayHoweverMuchItIsUsed() {
        var cookie = desk.signIn("ada");
        for (var halfHour = 0; halfHour < 48; halfHour++) {
            clock.pass(Duration.ofMinutes(30));
            assertThat(desk.accounts.bySession(cookie)).isPresent();
        }

        clock.pass(Duration.ofMillis(1));

        assertThat(desk.accounts.bySession(cookie)).isEmpty();
    }

    @Test
    void sessionOutlivesARestart() {
        var cookie = desk.signIn("ada");
        desk.close();

        desk = new Desk(directory, clock);

        assertThat(desk.accounts.bySession(cookie).orElseThrow().user().name()).isEqualTo("ada");
    }

    @Test
    void useIsRememberedOverARestart() {
        var cookie = desk.signIn("ada");
        clock.pass(Duration.ofMinutes(45));
        assertThat(desk.accounts.bySession(cookie)).isPresent();
        desk.accounts.refresh();
        desk.close();
        clock.pass(Duration.ofMinutes(45));

        desk = new Desk(directory, clock);

        assertThat(desk.accounts.bySession(cookie)).isPresent();
    }

    @Test
    void sessionThatEndedStaysEndedOverARestart() {
        var signedOut = desk.signIn("ada");
        var idle = desk.signIn("ada");
        desk.accounts.signOut(desk.accounts.bySession(signedOut).orElseThrow().session());
        clock.pass(IDLE.plusMinutes(1));
        desk.close();

        desk = new Desk(directory, clock);

        assertThat(desk.accounts.bySession(signedOut)).isEmpty();
        assertThat(desk.accounts.bySession(idle)).isEmpty();
    }

    @Test
    void signOutEndsThatSessionOnly() {
        var here = desk.signIn("ada");
        var elsewhere = desk.signIn("ada");

        desk.accounts.signOut(desk.accounts.bySession(here).orElseThrow().session());

        assertThat(desk.accounts.bySession(here)).isEmpty();
        assertThat(desk.accounts.bySession(elsewhere)).isPresent();
    }

    @Test
    void sessionsThatAreOverLeaveTheTable() {
        desk.signIn("ada");
        clock.pass(IDLE.plusMillis(1));

        desk.accounts.refresh();

        assertThat(new AccountTables(desk.database).sessions()).isEmpty();
    }

    @Test
    void oldestSessionMakesPlaceWhereThereAreTooMany() {
        var cookies = new ArrayList<String>();
        for (var i = 0; i < 1_001; i++) {
            cookies.add(desk.signIn("ada"));
            clock.pass(Duration.ofMillis(1));
        }

        assertThat(desk.accounts.sessions("ada")).isEqualTo(1_000);
        assertThat(desk.accounts.bySession(cookies.getFirst())).isEmpty();
        assertThat(desk.accounts.bySession(cookies.getLast())).isPresent();
    }

    @Test
    void whoReadsTheTablesCanNotComeInWithWhatIsInThere() {
        desk.signIn("ada");

        assertThat(new AccountTables(desk.database).sessions())
                .allSatisfy(stored -> assertThat(desk.accounts.bySession(stored.id())).isEmpty());
    }
}
