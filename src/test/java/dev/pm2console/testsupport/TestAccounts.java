package dev.pm2console.testsupport;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import dev.pm2console.accounts.AccountTables;
import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Passwords;
import dev.pm2console.accounts.SessionConfig;
import dev.pm2console.accounts.SessionKey;
import dev.pm2console.audit.AuditConfig;
import dev.pm2console.audit.AuditTable;
import dev.pm2console.storage.DataDirectory;
import dev.pm2console.storage.Database;
import io.smallrye.config.SmallRyeConfigBuilder;

/// Accounts on a database of the test's own. Passwords are hashed as quickly as bcrypt can.
public final class TestAccounts {

    private TestAccounts() {
    }

    /// The database in a directory, with the tables of accounts and audit.
    public static Database database(Path directory) {
        return Database.open(DataDirectory.open(directory), List.of(AccountTables.SCHEMA, AuditTable.SCHEMA));
    }

    /// Accounts whose browsers are signed out after an hour without use, and after a day.
    public static Accounts open(Path directory, Database database, InstantSource clock) {
        var random = new SecureRandom();
        return new Accounts(new AccountTables(database), new SessionKey(DataDirectory.open(directory).key(random)),
                new Passwords(QuickPasswords.COST), random, clock, new SessionConfig() {
                    @Override
                    public Duration idle() {
                        return Duration.ofHours(1);
                    }

                    @Override
                    public Duration absolute() {
                        return Duration.ofDays(1);
                    }
                });
    }

    /// An audit that is kept as long, and as much of it, as by default.
    public static AuditConfig auditConfig() {
        return new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(AuditConfig.class).build()
                .getConfigMapping(AuditConfig.class);
    }

    /// Accounts that nobody looks at.
    public static Accounts none() {
        var directory = Scratch.directory("accounts");
        return open(directory, database(directory), InstantSource.system());
    }
}
