package dev.pm2console.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.accounts.Secret;
import dev.pm2console.audit.AuditEntry;
import dev.pm2console.audit.AuditQuery;
import dev.pm2console.audit.AuditTable;
import dev.pm2console.audit.StoredAuditLog;
import dev.pm2console.storage.Database;
import dev.pm2console.testsupport.TestAccounts;

/// The commands on a data directory of the test's own, beside a console that has it open.
final class TestCommands implements AutoCloseable {

    /// What the clock says at first; each command takes a second.
    static final Instant NOW = Instant.parse("2031-05-06T07:08:00Z");

    private final Path directory;
    private final Database database;
    private final Accounts accounts;
    private Instant now = NOW;
    private String typed = "lantern-orbit-velvet-93";

    /// How a command ended.
    record Ended(int code, String out, String err) {
    }

    TestCommands(Path directory) {
        this.directory = directory;
        database = TestAccounts.database(directory);
        accounts = TestAccounts.open(directory, database, clock());
    }

    Ended run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var place = new Place(this::desk, _ -> new Secret(typed), () -> {
            throw new AssertionError("the installation was looked at");
        }, () -> {
            throw new AssertionError("the console was asked");
        }, "1.2.3");
        var code = ConsoleCommand.run(place, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        now = now.plusSeconds(1);
        return new Ended(code, out.toString(), err.toString());
    }

    /// What is typed as a password from now on.
    TestCommands typing(String password) {
        typed = password;
        return this;
    }

    TestCommands with(String name, Role role) {
        accounts().addUser(name, new Secret("lantern-orbit-velvet-93"), role);
        return this;
    }

    /// What the console knows.
    Accounts accounts() {
        accounts.refresh();
        return accounts;
    }

    /// What is in the audit, newest first.
    List<AuditEntry> audit() {
        var anything = new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
        return audit(database).find(anything, 100);
    }

    @Override
    public void close() {
        database.close();
    }

    private Desk desk() {
        var opened = TestAccounts.database(directory);
        return new Desk(TestAccounts.open(directory, opened, clock()), audit(opened), clock(), ZoneOffset.UTC, "tester",
                opened::close);
    }

    private StoredAuditLog audit(Database database) {
        return new StoredAuditLog(new AuditTable(database), clock(), TestAccounts.auditConfig());
    }

    private InstantSource clock() {
        return () -> now;
    }
}
