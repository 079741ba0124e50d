package dev.pm2console.audit;

import java.util.Optional;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

/// Writes one line for each entry to the log category `audit`.
final class AuditLines {

    private static final Logger LOG = Logger.getLogger("audit");
    private static final int LONGEST = 200;

    void write(AuditEntry entry) {
        LOG.infof("%s %s%s by %s (%s) through %s: %s%s in %d ms%s%s%s",
                entry.command(), entry.target().map(AuditLines::quoted).orElse("-"), parameters(entry), quoted(entry.actor()),
                entry.role(),
                entry.door(), entry.outcome(), entry.code().map(code -> " " + code).orElse(""),
                entry.took().toMillis(), said("agent", entry.agent()), said("session", entry.session()),
                said("message", entry.message()));
    }

    private static String parameters(AuditEntry entry) {
        return entry.parameters().entrySet().stream().map(it -> " " + it.getKey() + "=" + quoted(it.getValue()))
                .collect(Collectors.joining());
    }

    private static String said(String what, Optional<String> value) {
        return value.map(it -> " " + what + "=" + quoted(it)).orElse("");
    }

    /// In one line whatever it holds: names come from outside.
    private static String quoted(String text) {
        return "\"" + AuditText.plain(text, LONGEST).replace('"', '?') + "\"";
    }
}
