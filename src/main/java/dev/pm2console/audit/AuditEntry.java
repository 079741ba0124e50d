package dev.pm2console.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One command that somebody asked for. Holds no environment value, token or password. What comes from outside is in one line
/// and of a bounded length: 200 characters of what a program says of itself, 1,000 of the target and of each parameter.
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
        agent = agent.map(AuditEntry::said);
        session = session.map(AuditEntry::said);
        message = message.map(AuditEntry::said);
        target = target.map(AuditEntry::value);
        var plain = new TreeMap<String, String>();
        parameters.forEach((name, text) -> plain.put(value(name), value(text)));
        parameters = Collections.unmodifiableMap(plain);
    }

    private static String said(String text) {
        return AuditText.plain(text, AuditText.SAID);
    }

    private static String value(String text) {
        return AuditText.plain(text, AuditText.VALUE);
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
