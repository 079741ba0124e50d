package dev.pm2console.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One command that somebody asked for. Holds no environment value, token or password.
///
/// @param at      when it was asked for
/// @param command its public name
/// @param door    through which it came: `rest`, `web` or `mcp`
/// @param actor   who asked
/// @param role    what that caller may do
/// @param agent   the program that says it acts for the actor; never trusted
/// @param session that program's session, as it says
/// @param message the message in that session, as it says
/// @param target  whom the command was for
/// @param parameters what it was asked with, of environments the names only
/// @param outcome how it ended
/// @param code    the failure's code, where it failed
/// @param took    how long it took
public record AuditEntry(
        Instant at,
        String command,
        String door,
        String actor,
        String role,
        Optional<String> agent,
        Optional<String> session,
        Optional<String> message,
        Optional<String> target,
        Map<String, String> parameters,
        Outcome outcome,
        Optional<String> code,
        Duration took) {

    public AuditEntry {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /// How a command ended.
    public enum Outcome {
        /// It was carried out.
        DONE,
        /// The caller may not do that.
        REFUSED,
        /// It was not carried out.
        FAILED,
        /// It may or may not have been carried out.
        UNKNOWN;

        /// Its name in the API.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
