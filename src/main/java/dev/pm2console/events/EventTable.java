package dev.pm2console.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.pm2console.process.ProcessId;
import dev.pm2console.storage.Database;
import dev.pm2console.storage.Schema;
import dev.pm2console.storage.Sql;

/// The tables of events, and of how every process was seen last.
public final class EventTable implements Recollection {

    /// The tables.
    public static final Schema SCHEMA = new Schema("events", List.of("""
            CREATE TABLE event (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                at INTEGER NOT NULL,
                kind TEXT NOT NULL,
                id INTEGER,
                process TEXT,
                namespace TEXT,
                cause TEXT,
                reason TEXT,
                actor TEXT,
                exit_code INTEGER,
                signal TEXT,
                uptime_ms INTEGER,
                memory INTEGER,
                lines TEXT NOT NULL,
                restarts INTEGER,
                count INTEGER NOT NULL,
                aside INTEGER NOT NULL,
                problem INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX event_by_time ON event (at, number);
            CREATE INDEX event_by_process ON event (process, at, number);
            CREATE TABLE event_seen (
                id INTEGER PRIMARY KEY,
                name TEXT NOT NULL,
                restarts INTEGER NOT NULL,
                online_since INTEGER
            ) STRICT;
            CREATE TABLE event_daemon (
                only INTEGER PRIMARY KEY CHECK (only = 1),
                online_since INTEGER NOT NULL
            ) STRICT;
            """, "ALTER TABLE event ADD COLUMN line TEXT"));

    /// So many rows are removed in one go, that others get their turn to write.
    private static final int AT_ONCE = 10_000;
    private static final String COLUMNS = "number, at, kind, id, process, namespace, cause, reason, actor, exit_code, signal,"
            + " uptime_ms, memory, lines, line, restarts, count, aside";

    private final Database database;

    public EventTable(Database database) {
        this.database = database;
    }

    /// Keeps these, and puts aside what they tell again.
    void add(List<Event> events) {
        database.write(connection -> {
            try (var insert = connection.prepareStatement("INSERT INTO event (" + COLUMNS
                    + ", problem) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                    var aside = connection.prepareStatement("UPDATE event SET aside = 1 WHERE number = ?")) {
                for (var event : events) {
                    Sql.update(insert, values(event));
                    if (event.retells().isPresent()) {
                        Sql.update(aside, event.retells());
                    }
                }
                return events.size();
            }
        });
    }

    @Override
    public long lastNumber() {
        return number("SELECT seq FROM sqlite_sequence WHERE name = 'event'");
    }

    /// How many there are.
    long count() {
        return number("SELECT count(*) FROM event");
    }

    /// Newest first.
    ///
    /// @param after only what comes after this place
    EventPage page(EventQuery query, Optional<EventPlace> after, int limit) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        query.whose().ifPresent(whose -> conditions.add("(" + condition(whose, values)
                + " OR kind IN ('daemon-down', 'daemon-up'))"));
        if (query.problems()) {
            conditions.add("problem = 1");
        }
        if (query.brief()) {
            conditions.add("aside = 0");
        }
        query.from().ifPresent(from -> conditions.add(bound(values, "at >= ?", from.toEpochMilli())));
        query.to().ifPresent(to -> conditions.add(bound(values, "at < ?", to.toEpochMilli())));
        after.ifPresent(
                place -> conditions.add(bound(values, "(at, number) < (?, ?)", place.at().toEpochMilli(), place.number())));
        values.add(limit);
        var sql = "SELECT " + COLUMNS + " FROM event"
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                + " ORDER BY at DESC, number DESC LIMIT ?";
        var found = database.list(sql, EventTable::event, values.toArray());
        return new EventPage(found,
                found.size() < limit ? Optional.empty() : Optional.of(EventPlace.of(found.getLast())));
    }

    /// Removes what is older.
    ///
    /// @return how many that were
    long removeBefore(Instant time) {
        return removeOldest(time.toEpochMilli(), Long.MAX_VALUE);
    }

    /// Removes the oldest where there are more than so many.
    ///
    /// @return how many that were
    long keepNewest(int most) {
        return removeOldest(Long.MAX_VALUE, Math.max(0, count() - most));
    }

    @Override
    public List<Seen> seen() {
        return database.list("SELECT id, name, restarts, online_since FROM event_seen", row -> new Seen(
                new ProcessId(row.getInt(1)), row.getString(2), row.getInt(3), Sql.optionalTime(row, 4)));
    }

    @Override
    public Optional<Instant> daemonSince() {
        var since = number("SELECT online_since FROM event_daemon");
        return since == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(since));
    }

    @Override
    public void keep(List<Seen> processes, Optional<Instant> daemonSince) {
        database.write(connection -> {
            Sql.update(connection, "DELETE FROM event_seen");
            Sql.update(connection, "DELETE FROM event_daemon");
            try (var insert = connection.prepareStatement(
                    "INSERT INTO event_seen (id, name, restarts, online_since) VALUES (?, ?, ?, ?)")) {
                for (var process : processes) {
                    Sql.update(insert, process.id().value(), process.name(), process.restarts(), process.onlineSince());
                }
            }
            if (daemonSince.isPresent()) {
                Sql.update(connection, "INSERT INTO event_daemon (only, online_since) VALUES (1, ?)", daemonSince);
            }
            return processes.size();
        });
    }

    private static String condition(EventQuery.Whose whose, List<Object> values) {
        return switch (whose) {
            case EventQuery.Whose.OfId it when it.name().isPresent() -> bound(values,
                    "(id = ? AND process = ?) OR (id IS NULL AND process = ?)", it.id(), it.name().get(), it.name().get());
            case EventQuery.Whose.OfId it -> bound(values, "id = ?", it.id());
            case EventQuery.Whose.OfName it -> bound(values, "process = ?", it.name());
            case EventQuery.Whose.OfNamespace it -> bound(values, "namespace = ?", it.namespace());
            case EventQuery.Whose.OfNameOrNamespace it ->
                bound(values, "process = ? OR namespace = ?", it.text(), it.text());
        };
    }

    private static String bound(List<Object> values, String condition, Object... more) {
        values.addAll(Arrays.asList(more));
        return condition;
    }

    private long number(String sql) {
        return database.read(connection -> Sql.number(connection, sql)).orElse(0);
    }

    private long removeOldest(long before, long most) {
        return database.removeInParts(AT_ONCE, most, "DELETE FROM event WHERE number IN (SELECT number FROM event"
                + " WHERE at < ? ORDER BY at, number LIMIT ?)", before);
    }

    private static Object[] values(Event event) {
        var ending = event.ending();
        return new Object[] { event.number(), event.at(), event.kind().wire(), event.id().map(ProcessId::value),
                event.process(), event.namespace(), event.cause().map(Cause::wire), event.reason(), event.actor(),
                ending.exitCode(), ending.signal(), ending.uptimeMs(), ending.memory(), String.join("\n", ending.lines()),
                ending.line(), event.standing().restarts(), event.count(), event.aside(), event.isProblem() };
    }

    private static Event event(ResultSet row) throws SQLException {
        var lines = row.getString(14);
        var ending = new Ending(Sql.integer(row, 10), Sql.text(row, 11), Sql.whole(row, 12), Sql.whole(row, 13),
                lines.isEmpty() ? List.of() : List.of(lines.split("\n", -1)), Sql.text(row, 15));
        var standing = new Standing(Optional.empty(), false, Sql.integer(row, 16), OptionalInt.empty());
        return new Event(row.getLong(1), Sql.time(row, 2),
                EventKind.of(row.getString(3)).orElse(EventKind.COMMAND),
                Sql.integer(row, 4).stream().mapToObj(ProcessId::new).findFirst(), Sql.text(row, 5), Sql.text(row, 6),
                Sql.text(row, 7).flatMap(Cause::of), Sql.text(row, 8), Sql.text(row, 9), ending, standing, row.getInt(17),
                row.getInt(18) != 0, OptionalLong.empty());
    }
}
