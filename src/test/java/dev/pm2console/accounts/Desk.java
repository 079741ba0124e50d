package dev.pm2console.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import dev.pm2console.storage.Database;
import dev.pm2console.testsupport.TestAccounts;
import dev.pm2console.testsupport.TestClock;

/// Accounts in a directory of the test's own, as they are after the start of a program, with a clock that the test moves. Two
/// in the same directory are two programs.
final class Desk implements AutoCloseable {

    /// A good password, and another one.
    static final Secret PASSWORD = new Secret("lantern-orbit-velvet-93");
    static final Secret OTHER = new Secret("meadow pepper quartz 17");
    static final String ADDRESS = "192.0.2.1";

    final TestClock clock;
    final Database database;
    final Accounts accounts;

    Desk(Path directory, TestClock clock) {
        this.clock = clock;
        database = TestAccounts.database(directory);
        accounts = TestAccounts.open(directory, database, clock);
    }

    static TestClock clock() {
        return new TestClock(Instant.parse("2026-11-25T10:00:00Z"));
    }

    /// The cookie of a session that begins now.
    String signIn(String name) {
        return accounts.signIn(name, PASSWORD, ADDRESS).orElseThrow();
    }

    User change(String name, Role role) {
        return accounts.changeUser(name,
                new UserChange(Optional.of(role), Optional.empty(), Optional.empty(), false));
    }

    User disable(String name, boolean disabled) {
        return accounts.changeUser(name,
                new UserChange(Optional.empty(), Optional.empty(), Optional.of(disabled), false));
    }

    static void assertRefused(AccountRefusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(AccountException.class,
                e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    @Override
    public void close() {
        database.close();
    }
}
