package dev.pm2console.events;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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
                    set(insert, event);
                    insert.executeUpdate();
                    if (event.retells().isPresent()) {
                        aside.setLong(1, event.retells().getAsLong());
                        aside.executeUpdate();
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
        return database.read(connection -> {
            var found = new ArrayList<Event>();
            try (var statement = connection.prepareStatement(sql)) {
                for (var i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(event(rows));
                    }
                }
            }
            return new EventPage(found,
                    found.size() < limit ? Optional.empty() : Optional.of(EventPlace.of(found.getLast())));
        });
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
        return database.read(connection -> {
            var found = new ArrayList<Seen>();
            try (var statement = connection.prepareStatement("SELECT id, name, restarts, online_since FROM event_seen");
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Seen(new ProcessId(rows.getInt(1)), rows.getString(2), rows.getInt(3),
                            longOf(rows, 4).stream().mapToObj(Instant::ofEpochMilli).findFirst()));
                }
            }
            return found;
        });
    }

    @Override
    public Optional<Instant> daemonSince() {
        var since = number("SELECT online_since FROM event_daemon");
        return since == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(since));
    }

    @Override
    public void keep(List<Seen> processes, Optional<Instant> daemonSince) {
        database.write(connection -> {
            try (var clear = connection.createStatement();
                    var insert = connection.prepareStatement(
                            "INSERT INTO event_seen (id, name, restarts, online_since) VALUES (?, ?, ?, ?)");
                    var daemon = connection.prepareStatement("INSERT INTO event_daemon (only, online_since) VALUES (1, ?)")) {
                clear.executeUpdate("DELETE FROM event_seen");
                clear.executeUpdate("DELETE FROM event_daemon");
                for (var process : processes) {
                    insert.setInt(1, process.id().value());
                    insert.setString(2, process.name());
                    insert.setInt(3, process.restarts());
                    insert.setObject(4, process.onlineSince().map(Instant::toEpochMilli).orElse(null));
                    insert.executeUpdate();
                }
                if (daemonSince.isPresent()) {
                    daemon.setLong(1, daemonSince.get().toEpochMilli());
                    daemon.executeUpdate();
                }
                return processes.size();
            }
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
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(sql); var rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        });
    }

    private long removeOldest(long before, long most) {
        var removed = 0L;
        while (removed < most) {
            var wanted = Math.min(AT_ONCE, most - removed);
            var some = removeSome(before, wanted);
            removed += some;
            if (some < wanted) {
                break;
            }
        }
        return removed;
    }

    private int removeSome(long before, long most) {
        return database.write(connection -> {
            try (var statement = connection.prepareStatement("DELETE FROM event WHERE number IN (SELECT number FROM event"
                    + " WHERE at < ? ORDER BY at, number LIMIT ?)")) {
                statement.setLong(1, before);
                statement.setLong(2, most);
                return statement.executeUpdate();
            }
        });
    }

    private static void set(PreparedStatement statement, Event event) throws SQLException {
        var ending = event.ending();
        var values = new Object[] { event.number(), event.at().toEpochMilli(), event.kind().wire(),
                event.id().map(ProcessId::value).orElse(null), event.process().orElse(null), event.namespace().orElse(null),
                event.cause().map(Cause::wire).orElse(null), event.reason().orElse(null), event.actor().orElse(null),
                boxed(ending.exitCode()), ending.signal().orElse(null), boxed(ending.uptimeMs()), boxed(ending.memory()),
                String.join("\n", ending.lines()), ending.line().orElse(null), boxed(event.standing().restarts()),
                event.count(), event.aside() ? 1 : 0,
                event.isProblem() ? 1 : 0 };
        for (var i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, Types.NULL);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    private static Event event(ResultSet row) throws SQLException {
        var lines = row.getString(14);
        var ending = new Ending(intOf(row, 10), text(row, 11), longOf(row, 12), longOf(row, 13),
                lines.isEmpty() ? List.of() : List.of(lines.split("\n", -1)), text(row, 15));
        var standing = new Standing(Optional.empty(), false, intOf(row, 16), OptionalInt.empty());
        return new Event(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)),
                EventKind.of(row.getString(3)).orElse(EventKind.COMMAND),
                intOf(row, 4).stream().mapToObj(ProcessId::new).findFirst(), text(row, 5), text(row, 6),
                text(row, 7).flatMap(Cause::of), text(row, 8), text(row, 9), ending, standing, row.getInt(17),
                row.getInt(18) != 0, OptionalLong.empty());
    }

    private static Object boxed(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    private static Object boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static Optional<String> text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static OptionalLong longOf(ResultSet row, int column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static OptionalInt intOf(ResultSet row, int column) throws SQLException {
        var value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
