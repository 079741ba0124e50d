package dev.pm2console.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pm2console.storage.Database;
import dev.pm2console.storage.Schema;

/// The table of entries. Rows are added and, when they are old, removed; the table itself refuses everything else.
public final class AuditTable {

    /// The table.
    public static final Schema SCHEMA = new Schema("audit", List.of("""
            CREATE TABLE audit (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                at INTEGER NOT NULL,
                command TEXT NOT NULL,
                door TEXT NOT NULL,
                actor TEXT NOT NULL,
                role TEXT NOT NULL,
                agent TEXT,
                session TEXT,
                message TEXT,
                target TEXT,
                parameters TEXT NOT NULL,
                outcome TEXT NOT NULL,
                code TEXT,
                took_ms INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX audit_at ON audit (at);
            CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
            BEGIN
                SELECT RAISE(ABORT, 'the audit is not changed');
            END;
            CREATE TRIGGER audit_is_kept_for_a_day BEFORE DELETE ON audit
            WHEN OLD.at > (unixepoch() - 86400) * 1000
            BEGIN
                SELECT RAISE(ABORT, 'the audit of the last day is kept');
            END;
            """));

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {
    };

    private final Database database;

    public AuditTable(Database database) {
        this.database = database;
    }

    void add(AuditEntry entry) {
        database.write(connection -> {
            try (var statement = connection
                    .prepareStatement("INSERT INTO audit (at, command, door, actor, role, agent, session,"
                            + " message, target, parameters, outcome, code, took_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                set(statement, entry.at().toEpochMilli(), entry.command(), entry.door(), entry.actor(), entry.role(),
                        entry.agent().orElse(null), entry.session().orElse(null), entry.message().orElse(null),
                        entry.target().orElse(null), json(entry.parameters()), entry.outcome().name(),
                        entry.code().orElse(null), entry.took().toMillis());
                return statement.executeUpdate();
            }
        });
    }

    /// Newest first.
    void forEach(AuditQuery query, int limit, Consumer<AuditEntry> consumer) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        query.actor().ifPresent(actor -> and(conditions, values, "actor = ?", actor));
        query.agent().ifPresent(agent -> and(conditions, values, "agent = ?", agent));
        query.session().ifPresent(session -> and(conditions, values, "session = ?", session));
        query.process().ifPresent(process -> and(conditions, values, "target = ?", process));
        query.outcome().ifPresent(outcome -> and(conditions, values, "outcome = ?", outcome.name()));
        query.from().ifPresent(from -> and(conditions, values, "at >= ?", from.toEpochMilli()));
        query.to().ifPresent(to -> and(conditions, values, "at < ?", to.toEpochMilli()));
        values.add(limit);
        var sql = "SELECT at, command, door, actor, role, agent, session, message, target, parameters, outcome, code, took_ms"
                + " FROM audit" + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                + " ORDER BY at DESC, id DESC LIMIT ?";
        database.read(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                set(statement, values.toArray());
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        consumer.accept(entry(rows));
                    }
                }
                return true;
            }
        });
    }

    /// Removes what is older.
    ///
    /// @return how many entries that were
    int removeBefore(Instant time) {
        return database.write(connection -> {
            try (var statement = connection.prepareStatement("DELETE FROM audit WHERE at < ?")) {
                set(statement, time.toEpochMilli());
                return statement.executeUpdate();
            }
        });
    }

    private static void and(List<String> conditions, List<Object> values, String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(Instant.ofEpochMilli(row.getLong(1)), row.getString(2), row.getString(3), row.getString(4),
                row.getString(5), text(row, 6), text(row, 7), text(row, 8), text(row, 9), parameters(row.getString(10)),
                AuditEntry.Outcome.valueOf(row.getString(11)), text(row, 12), Duration.ofMillis(row.getLong(13)));
    }

    private static Optional<String> text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static String json(Map<String, String> parameters) {
        try {
            return JSON.writeValueAsString(parameters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is JSON", e);
        }
    }

    private static Map<String, String> parameters(String json) {
        try {
            return JSON.readValue(json, PARAMETERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as JSON can be read", e);
        }
    }
}
