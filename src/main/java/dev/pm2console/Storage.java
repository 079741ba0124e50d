package dev.pm2console;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.pm2console.accounts.AccountTables;
import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Passwords;
import dev.pm2console.accounts.SessionConfig;
import dev.pm2console.accounts.SessionKey;
import dev.pm2console.alerts.AlertTables;
import dev.pm2console.audit.AuditConfig;
import dev.pm2console.audit.AuditTable;
import dev.pm2console.audit.StoredAuditLog;
import dev.pm2console.events.EventTable;
import dev.pm2console.jobs.Jobs;
import dev.pm2console.metrics.MetricsConfig;
import dev.pm2console.metrics.history.History;
import dev.pm2console.metrics.history.HistoryConfig;
import dev.pm2console.metrics.history.HistoryPruning;
import dev.pm2console.metrics.history.HistoryQuery;
import dev.pm2console.metrics.history.HistoryTable;
import dev.pm2console.storage.DataDirectory;
import dev.pm2console.storage.Database;
import dev.pm2console.storage.DatabaseKeeper;
import dev.pm2console.storage.Schema;
import dev.pm2console.storage.StorageConfig;
import dev.pm2console.storage.StorageException;
import dev.pm2console.storage.StorageTries;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/// Opens the data directory, and provides what is kept in it.
final class Storage {

    /// The tables of all features.
    static final List<Schema> SCHEMAS = List.of(AccountTables.SCHEMA, AuditTable.SCHEMA, HistoryTable.SCHEMA,
            EventTable.SCHEMA, AlertTables.SCHEMA);

    private final SecureRandom random = new SecureRandom();

    private final StorageTries use = new StorageTries(Storage.class, "when sessions and tokens were used");

    @Produces
    @Singleton
    DataDirectory directory(StorageConfig config) {
        return inOneSentence(() -> {
            var directory = DataDirectory.open(config.dataIn(userHome()));
            directory.claim();
            return directory;
        });
    }

    void close(@Disposes DataDirectory directory) {
        directory.close();
    }

    @Produces
    @Singleton
    Database database(DataDirectory directory, InstantSource clock) {
        return inOneSentence(() -> new DatabaseKeeper(directory, clock).open(SCHEMAS));
    }

    void close(@Disposes Database database) {
        database.close();
    }

    @Produces
    @Singleton
    SessionKey key(DataDirectory directory) {
        return inOneSentence(() -> new SessionKey(directory.key(random)));
    }

    @Produces
    @Singleton
    @DefaultBean // tests that hash many have quicker ones
    Passwords passwords() {
        return new Passwords(Passwords.COST);
    }

    @Produces
    @Singleton
    Accounts accounts(Database database, SessionKey key, Passwords passwords, InstantSource clock, SessionConfig stay) {
        return new Accounts(new AccountTables(database), key, passwords, random, clock, stay);
    }

    @Produces
    @Singleton
    StoredAuditLog audit(Database database, InstantSource clock, AuditConfig config) {
        return inOneSentence(() -> new StoredAuditLog(new AuditTable(database), clock, config));
    }

    @Produces
    @Singleton
    HistoryTable historyTable(Database database) {
        return new HistoryTable(database);
    }

    @Produces
    @Singleton
    History history(HistoryTable table) {
        return new History(table);
    }

    @Produces
    @Singleton
    HistoryQuery historyQuery(History history, InstantSource clock, MetricsConfig metrics, HistoryConfig config) {
        return new HistoryQuery(history, clock, metrics.interval(), config.retention());
    }

    @Produces
    @Singleton
    HistoryPruning historyPruning(HistoryTable table, History history, HistoryConfig config) {
        return new HistoryPruning(table, history, config.retention(), config.maxBytes().asLongValue());
    }

    @Produces
    @Singleton
    AlertTables alerts(Database database) {
        return new AlertTables(database);
    }

    void schedule(@Observes StartupEvent started, Jobs jobs, Accounts accounts, StoredAuditLog audit) {
        jobs.every("accounts", Duration.ofSeconds(1), () -> refresh(accounts));
        jobs.every("audit", Duration.ofMinutes(10), () -> audit.expire(System.nanoTime()));
        jobs.every("audit-late", Duration.ofSeconds(5), audit::settle);
    }

    void keep(@Observes ShutdownEvent stopping, Accounts accounts, StoredAuditLog audit) {
        refresh(accounts);
        audit.close();
    }

    private void refresh(Accounts accounts) {
        use.run(accounts::refresh);
    }

    /// What can't be opened is said in one sentence, which the one who starts the console can do something about, and not with
    /// a stack trace.
    static <T> T inOneSentence(Supplier<T> opened) {
        try {
            return opened.get();
        } catch (StorageException | IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage()); // and no cause, which would be shown in its place
        }
    }

    /// As PM2 does it: the variable first, which need not be what the user database says.
    static Path userHome() {
        return Path.of(System.getenv().getOrDefault("HOME", System.getProperty("user.home")));
    }
}
