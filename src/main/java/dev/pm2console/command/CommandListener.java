package dev.pm2console.command;

import dev.pm2console.accounts.Caller;
import dev.pm2console.audit.AuditEntry;

/// Told of commands that change something, as they are carried out, on the thread of the one who asked: returns at once and
/// never throws.
public interface CommandListener {

    /// It may and will be carried out.
    void began(Caller caller, Command<?> command);

    /// It was, or was not.
    ///
    /// @param entry what the audit says of it
    void ended(Command<?> command, AuditEntry entry);
}
