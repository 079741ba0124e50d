package dev.pm2console.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.pm2console.accounts.AccountException;
import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Role;
import dev.pm2console.audit.AuditEntry;
import dev.pm2console.audit.AuditEntry.Outcome;
import dev.pm2console.audit.AuditLog;
import dev.pm2console.storage.StorageException;

/// What the commands work on, for one command: the accounts, and the audit, which tells what was done and by whom.
public final class Desk implements AutoCloseable {

    private static final String DOOR = "cli";

    private final Accounts accounts;
    private final AuditLog audit;
    private final InstantSource clock;
    private final ZoneId zone;
    private final String actor;
    private final Runnable closing;

    /// Opens the data directory.
    @FunctionalInterface
    public interface Opener {

        /// @throws StorageException if that can't be done
        Desk open();
    }

    /// @param zone       in which the one who is at the machine reads times
    /// @param systemUser who that is
    /// @param closing    gives back what was opened for it
    public Desk(Accounts accounts, AuditLog audit, InstantSource clock, ZoneId zone, String systemUser, Runnable closing) {
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
        this.actor = DOOR + ":" + systemUser;
        this.closing = closing;
    }

    Accounts accounts() {
        return accounts;
    }

    InstantSource clock() {
        return clock;
    }

    ZoneId zone() {
        return zone;
    }

    /// Who does what is done here: whoever may read and write the data directory may do everything.
    String actor() {
        return actor;
    }

    /// Changes something, and writes down how that went.
    ///
    /// @param command the operation's public name
    <T> T change(String command, String target, Map<String, String> parameters, Supplier<T> change) {
        var began = System.nanoTime();
        try {
            var result = change.get();
            record(command, target, parameters, Outcome.DONE, Optional.empty(), began);
            return result;
        } catch (AccountException e) {
            record(command, target, parameters, Outcome.FAILED, Optional.of(e.refusal().code()), began);
            throw e;
        } catch (RefusedException e) {
            record(command, target, parameters, Outcome.FAILED, Optional.of("INVALID_ARGUMENT"), began);
            throw e;
        } catch (RuntimeException e) {
            record(command, target, parameters, Outcome.UNKNOWN, Optional.of("INTERNAL"), began);
            throw e;
        }
    }

    @Override
    public void close() {
        closing.run();
    }

    private void record(String command, String target, Map<String, String> parameters, Outcome outcome, Optional<String> code,
            long began) {
        var took = Duration.ofNanos(System.nanoTime() - began);
        audit.record(new AuditEntry(clock.instant().minus(took), command, DOOR, actor, Role.ADMIN.toString(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of(target), parameters, outcome, code, took));
    }
}
