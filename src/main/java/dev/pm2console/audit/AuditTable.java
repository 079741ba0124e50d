package dev.pm2console.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.pm2console.storage.Database;
import dev.pm2console.storage.Schema;
import dev.pm2console.storage.Sql;

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
            """, """
            CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit
            WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
            BEGIN
                SELECT RAISE(ABORT, 'the audit is not changed');
            END;
            """));

    /// So many rows are removed in one go, that others get their turn to write.
    private static final int AT_ONCE = 10_000;

    private final Database database;

    public AuditTable(Database database) {
        this.database = database;
    }

    /// All or none.
    void add(List<AuditEntry> entries) {
        database.write(connection -> {
            try (var insert = connection.prepareStatement(
                    "INSERT INTO audit (at, command, door, actor, role, agent, session, message, target, parameters, outcome,"
                            + " code, took_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (var entry : entries) {
                    Sql.update(insert, entry.at(), entry.command(), entry.door(),
                            entry.actor(), entry.role(), entry.agent(), entry.session(), entry.message(), entry.target(),
                            AuditParameters.write(entry.parameters()), entry.outcome().name(), entry.code(),
                            entry.took().toMillis());
                }
            }
            return entries.size();
        });
    }

    /// Newest first.
    ///
    /// @param after only what comes after this place
    AuditPage page(AuditQuery query, Optional<AuditPlace> after, int limit) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        query.actor().ifPresent(actor -> and(conditions, values, "actor = ? COLLATE NOCASE", actor));
        query.agent().ifPresent(agent -> and(conditions, values, "agent = ?", agent));
        query.session().ifPresent(session -> and(conditions, values, "session = ?", session));
        query.process().ifPresent(process -> and(conditions, values, "target = ?", process));
        query.outcome().ifPresent(outcome -> and(conditions, values, "outcome = ?", outcome.name()));
        query.from().ifPresent(from -> and(conditions, values, "at >= ?", from.toEpochMilli()));
        query.to().ifPresent(to -> and(conditions, values, "at < ?", to.toEpochMilli()));
        after.ifPresent(place -> and(conditions, values, "(at, id) < (?, ?)", place.at().toEpochMilli(), place.id()));
        values.add(limit);
        var sql = "SELECT at, command, door, actor, role, agent, session, message, target, parameters, outcome, code, took_ms, id"
                + " FROM audit" + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                + " ORDER BY at DESC, id DESC LIMIT ?";
        var found = database.list(sql, row -> new Found(entry(row), new AuditPlace(Sql.time(row, 1), row.getLong(14))),
                values.toArray());
        return new AuditPage(found.stream().map(Found::entry).toList(),
                found.size() < limit ? Optional.empty() : Optional.of(found.getLast().place()));
    }

    private record Found(AuditEntry entry, AuditPlace place) {
    }

    /// How many entries there are.
    long count() {
        return database.list("SELECT count(*) FROM audit", row -> row.getLong(1)).getFirst();
    }

    /// Removes what is older.
    ///
    /// @return how many entries that were
    long removeBefore(Instant time) {
        return removeOldest(time.toEpochMilli(), Long.MAX_VALUE);
    }

    /// Removes the oldest where there are more than so many.
    ///
    /// @return how many entries that were; those of the last day stay in any case
    long keepNewest(int most) {
        return removeOldest(Long.MAX_VALUE, Math.max(0, count() - most));
    }

    /// None of the last day, which the table would not let go.
    private long removeOldest(long before, long most) {
        return database.removeInParts(AT_ONCE, most, "DELETE FROM audit WHERE id IN (SELECT id FROM audit"
                + " WHERE at < ? AND at <= (unixepoch() - 86400) * 1000 ORDER BY at, id LIMIT ?)", before);
    }

    private static void and(List<String> conditions, List<Object> values, String condition, Object... more) {
        conditions.add(condition);
        values.addAll(List.of(more));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(Sql.time(row, 1), row.getString(2), row.getString(3), row.getString(4),
                row.getString(5), Sql.text(row, 6), Sql.text(row, 7), Sql.text(row, 8), Sql.text(row, 9),
                AuditParameters.read(row.getString(10)),
                AuditEntry.Outcome.valueOf(row.getString(11)), Sql.text(row, 12), Duration.ofMillis(row.getLong(13)));
    }
}
