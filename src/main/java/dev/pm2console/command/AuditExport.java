package dev.pm2console.command;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/// Writes entries of the audit for other programs, one line each.
@Singleton
public final class AuditExport {

    /// The first line of a CSV file.
    public static final String CSV_HEADER = "at,command,door,actor,role,agent,session,message,target,parameters,outcome,code,"
            + "tookMs\r\n";

    /// What spreadsheets take for the beginning of a formula.
    private static final String FORMULA = "=+-@\t\r";

    private final ObjectMapper json;

    public AuditExport(ObjectMapper json) {
        this.json = json;
    }

    /// The entry as the API tells it, and a line feed.
    public String jsonl(Results.AuditEntry entry) {
        return json(entry) + "\n";
    }

    /// The entry in the order of [#CSV_HEADER], as RFC 4180 has it: CRLF at its end, quotes where they are needed. The
    /// parameters are JSON. A cell that a spreadsheet would calculate has an apostrophe before it.
    public String csv(Results.AuditEntry entry) {
        return Stream.of(entry.at().toString(), entry.command(), entry.door(), entry.actor(), entry.role(), text(entry.agent()),
                text(entry.session()), text(entry.message()), text(entry.target()), parameters(entry.parameters()),
                entry.outcome(), text(entry.code()), Long.toString(entry.tookMs()))
                .map(AuditExport::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String text(Optional<String> value) {
        return value.orElse("");
    }

    private String parameters(Map<String, String> parameters) {
        return parameters.isEmpty() ? "" : json(parameters);
    }

    private String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts, numbers and times are JSON", e);
        }
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n')
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }
}
