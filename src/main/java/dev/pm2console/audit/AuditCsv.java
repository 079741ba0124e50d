package dev.pm2console.audit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Entries as comma-separated values (RFC 4180), for spreadsheets. These take a cell that begins in a certain way for a
/// formula and carry it out, and entries hold what anybody sent: such a cell gets an apostrophe before it.
public final class AuditCsv {

    /// The names of the columns, as a line of its own.
    public static final String HEADER = "at,command,door,actor,role,agent,session,message,target,parameters,outcome,code,tookMs"
            + "\r\n";

    private static final String FORMULA = "=+-@\t\r\n";

    private AuditCsv() {
    }

    /// An entry as a line of its own.
    public static String row(AuditEntry entry) {
        return List.of(entry.at().toString(), entry.command(), entry.door(), entry.actor(), entry.role(), text(entry.agent()),
                text(entry.session()), text(entry.message()), text(entry.target()), parameters(entry),
                entry.outcome().toString(), text(entry.code()), Long.toString(entry.took().toMillis())).stream()
                .map(AuditCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String parameters(AuditEntry entry) {
        return entry.parameters().isEmpty() ? "" : AuditParameters.write(entry.parameters());
    }

    private static String text(Optional<String> value) {
        return value.orElse("");
    }

    static String cell(String text) {
        var harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0) ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }
}
