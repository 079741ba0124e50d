package dev.pm2console.alerts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

import dev.pm2console.accounts.Secret;
import dev.pm2console.process.Status;
import dev.pm2console.storage.Database;
import dev.pm2console.storage.Schema;

/// The tables of rules, channels, alerts and their deliveries. Times are milliseconds since 1970, lists have one entry a line.
/// The secrets of channels have to be there as they are: the file is for its owner's eyes only.
public final class AlertTables {

    /// The tables.
    public static final Schema SCHEMA = new Schema("alerts", List.of("""
            CREATE TABLE alert_channels (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                name TEXT NOT NULL UNIQUE COLLATE NOCASE,
                kind TEXT NOT NULL,
                address TEXT,
                shape TEXT,
                topic TEXT,
                secret TEXT,
                recipients TEXT
            ) STRICT;
            CREATE TABLE alert_rules (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                name TEXT NOT NULL UNIQUE COLLATE NOCASE,
                enabled INTEGER NOT NULL,
                condition TEXT NOT NULL,
                status TEXT,
                amount REAL,
                window_ms INTEGER,
                hold_ms INTEGER NOT NULL,
                cooldown_ms INTEGER NOT NULL,
                targets TEXT NOT NULL,
                notify_resolved INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE alert_rule_channels (
                rule INTEGER NOT NULL REFERENCES alert_rules (id) ON DELETE CASCADE,
                channel INTEGER NOT NULL REFERENCES alert_channels (id),
                PRIMARY KEY (rule, channel)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE alerts (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                type TEXT NOT NULL,
                at INTEGER NOT NULL,
                since INTEGER NOT NULL,
                rule INTEGER NOT NULL,
                rule_name TEXT NOT NULL,
                condition TEXT NOT NULL,
                process_id INTEGER,
                process TEXT,
                namespace TEXT,
                text TEXT NOT NULL,
                value TEXT NOT NULL,
                ended_at INTEGER
            ) STRICT;
            CREATE INDEX alerts_at ON alerts (at);
            CREATE INDEX alerts_of_rule ON alerts (rule, at);
            CREATE TABLE alert_deliveries (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                alert INTEGER NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
                channel INTEGER NOT NULL,
                channel_name TEXT NOT NULL,
                state TEXT NOT NULL,
                tries INTEGER NOT NULL,
                changed_at INTEGER NOT NULL,
                next_at INTEGER,
                detail TEXT NOT NULL
            ) STRICT;
            CREATE INDEX alert_deliveries_of ON alert_deliveries (alert);
            CREATE INDEX alert_deliveries_due ON alert_deliveries (channel, next_at) WHERE state = 'PENDING';
            """));

    private static final String MESSAGE = "a.type, a.at, a.since, a.rule_name, a.condition, a.process_id, a.process,"
            + " a.namespace, a.text, a.value";
    private static final String DELIVERY = "SELECT " + MESSAGE + ", d.id, d.alert, d.channel, d.channel_name, d.state, d.tries,"
            + " d.changed_at, d.next_at, d.detail FROM alert_deliveries d JOIN alerts a ON a.id = d.alert ";

    private final Database database;

    public AlertTables(Database database) {
        this.database = database;
    }

    List<Channel> channels() {
        return list("SELECT id, name, kind, address, shape, topic, secret, recipients FROM alert_channels ORDER BY id",
                row -> new Channel(row.getLong(1), row.getString(2), destination(row)));
    }

    /// @return its number; empty where there is one of that name
    OptionalLong add(Channel channel) {
        return insert("INSERT INTO alert_channels (name, kind, address, shape, topic, secret, recipients)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id", values(channel));
    }

    /// @return false where another one has that name
    boolean change(Channel channel) {
        var values = new ArrayList<>(Arrays.asList(values(channel)));
        values.add(channel.id());
        return update("UPDATE OR IGNORE alert_channels SET name = ?, kind = ?, address = ?, shape = ?, topic = ?, secret = ?,"
                + " recipients = ? WHERE id = ?", values.toArray()) == 1;
    }

    /// Removes one that no rule tells. What waits for it has failed.
    void removeChannel(long id, Instant now) {
        database.write(connection -> {
            update(connection, "UPDATE alert_deliveries SET state = 'FAILED', next_at = NULL, changed_at = ?,"
                    + " detail = 'the channel was removed' WHERE channel = ? AND state = 'PENDING'", now, id);
            return update(connection, "DELETE FROM alert_channels WHERE id = ?", id);
        });
    }

    List<Rule> rules() {
        return list("SELECT id, name, enabled, condition, status, amount, window_ms, hold_ms, cooldown_ms, targets,"
                + " notify_resolved, (SELECT group_concat(channel) FROM alert_rule_channels WHERE rule = id) FROM alert_rules"
                + " ORDER BY id", AlertTables::rule);
    }

    /// @return its number; empty where there is one of that name
    OptionalLong add(Rule rule) {
        return database.write(connection -> {
            var id = insert(connection, "INSERT INTO alert_rules (name, enabled, condition, status, amount, window_ms, hold_ms,"
                    + " cooldown_ms, targets, notify_resolved) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT DO NOTHING RETURNING id", values(rule));
            if (id.isPresent()) {
                tell(connection, id.getAsLong(), rule.channels());
            }
            return id;
        });
    }

    /// @return false where another one has that name
    boolean change(Rule rule) {
        return database.write(connection -> {
            var values = new ArrayList<>(Arrays.asList(values(rule)));
            values.add(rule.id());
            var done = update(connection, "UPDATE OR IGNORE alert_rules SET name = ?, enabled = ?, condition = ?, status = ?,"
                    + " amount = ?, window_ms = ?, hold_ms = ?, cooldown_ms = ?, targets = ?, notify_resolved = ? WHERE id = ?",
                    values.toArray()) == 1;
            if (done) {
                update(connection, "DELETE FROM alert_rule_channels WHERE rule = ?", rule.id());
                tell(connection, rule.id(), rule.channels());
            }
            return done;
        });
    }

    void removeRule(long id) {
        update("DELETE FROM alert_rules WHERE id = ?", id);
    }

    /// Keeps what was noticed in one moment, with a delivery for each channel that is to be told, as long as not too much
    /// waits already.
    ///
    /// @return how many deliveries were left out
    int keep(List<AlertChange> changes, List<Channel> channels, Instant now) {
        return database.write(connection -> {
            var leftOut = 0;
            for (var change : changes) {
                leftOut += keep(connection, change, channels, now);
            }
            return leftOut;
        });
    }

    /// Alerts that are not over, and those that were told lately, oldest first.
    List<PastAlert> open(Instant since) {
        return list("SELECT " + MESSAGE + ", a.id, a.rule, a.ended_at FROM alerts a WHERE type = 'ALERT'"
                + " AND (ended_at IS NULL OR at >= ?) ORDER BY id", AlertTables::past, since);
    }

    void end(long rule, Optional<Subject> subject, Instant now) {
        database.write(connection -> end(connection, rule, subject, now));
    }

    /// Newest first.
    List<PastAlert> recent(int limit) {
        return list("SELECT " + MESSAGE + ", a.id, a.rule, a.ended_at FROM alerts a WHERE type = 'ALERT' ORDER BY id DESC"
                + " LIMIT ?",
                AlertTables::past, limit);
    }

    /// Newest first.
    List<Delivery> deliveries(int limit) {
        return list(DELIVERY + "ORDER BY d.id DESC LIMIT ?", AlertTables::delivery, limit);
    }

    /// The channels for which something is due.
    List<Long> channelsWithDue(Instant now) {
        return list("SELECT DISTINCT channel FROM alert_deliveries WHERE state = 'PENDING' AND next_at <= ?",
                row -> row.getLong(1), now);
    }

    /// What is due for one channel, oldest first.
    List<Delivery> due(long channel, Instant now, int limit) {
        return list(DELIVERY + "WHERE d.state = 'PENDING' AND d.channel = ? AND d.next_at <= ? ORDER BY d.id LIMIT ?",
                AlertTables::delivery, channel, now, limit);
    }

    /// How a try ended.
    ///
    /// @param nextAt when to try again; empty for never
    void tried(long delivery, Delivery.State state, String detail, Instant now, Optional<Instant> nextAt) {
        update("UPDATE alert_deliveries SET state = ?, detail = ?, tries = tries + 1, changed_at = ?, next_at = ? WHERE id = ?",
                state.name(), detail, now, nextAt.orElse(null), delivery);
    }

    /// Forgets what is old, and the oldest where there is too much; nothing that still waits or holds.
    void expire(Instant before, int most) {
        database.write(connection -> {
            update(connection, "DELETE FROM alerts WHERE at < ? AND (type <> 'ALERT' OR ended_at IS NOT NULL)", before);
            update(connection,
                    "DELETE FROM alert_deliveries WHERE state <> 'PENDING' AND id <= (SELECT id FROM alert_deliveries"
                            + " ORDER BY id DESC LIMIT 1 OFFSET ?)",
                    most);
            return update(connection,
                    "DELETE FROM alerts WHERE id <= (SELECT id FROM alerts ORDER BY id DESC LIMIT 1 OFFSET ?)",
                    most);
        });
    }

    private static int keep(Connection connection, AlertChange change, List<Channel> channels, Instant now)
            throws SQLException {
        if (!(change instanceof AlertChange.Fired)) {
            end(connection, change.rule().id(), change.subject(), now);
        }
        return switch (change) {
            case AlertChange.Fired it ->
                keep(connection, it.rule(), AlertMessage.of(it, now), told(it.rule(), channels, true), now);
            case AlertChange.Resolved it -> keep(connection, it.rule(), AlertMessage.of(it, now),
                    told(it.rule(), channels, it.rule().notifyResolved()), now);
            case AlertChange.Dropped _ -> 0;
        };
    }

    private static List<Channel> told(Rule rule, List<Channel> channels, boolean wanted) {
        return wanted ? channels.stream().filter(it -> rule.channels().contains(it.id())).toList() : List.of();
    }

    private static int keep(Connection connection, Rule rule, AlertMessage message, List<Channel> channels, Instant now)
            throws SQLException {
        var id = insert(connection, "INSERT INTO alerts (type, at, since, rule, rule_name, condition, process_id, process,"
                + " namespace, text, value, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                message.type().name(), message.at(), message.since(), rule.id(), message.rule(), message.condition(),
                message.subject().map(Subject::id).orElse(null), message.subject().map(Subject::name).orElse(null),
                message.subject().map(Subject::namespace).orElse(null), message.text(), message.value(),
                message.type() == AlertMessage.Type.RESOLVED ? now : null);
        var leftOut = 0;
        for (var channel : channels) {
            var isFull = count(connection, "SELECT count(*) FROM alert_deliveries WHERE state = 'PENDING'") >= Bounds.WAITING
                    || count(connection, "SELECT count(*) FROM alert_deliveries WHERE state = 'PENDING' AND channel = ?",
                            channel.id()) >= Bounds.WAITING_FOR_ONE;
            leftOut += isFull ? 1 : 0;
            update(connection, "INSERT INTO alert_deliveries (alert, channel, channel_name, state, tries, changed_at, next_at,"
                    + " detail) VALUES (?, ?, ?, ?, 0, ?, ?, ?)", id.orElseThrow(), channel.id(), channel.name(),
                    (isFull ? Delivery.State.FAILED : Delivery.State.PENDING).name(), now, isFull ? null : now,
                    isFull ? "too many messages were waiting already" : "");
        }
        return leftOut;
    }

    private static int end(Connection connection, long rule, Optional<Subject> subject, Instant now) throws SQLException {
        return update(connection, "UPDATE alerts SET ended_at = ? WHERE rule = ? AND type = 'ALERT' AND ended_at IS NULL"
                + " AND process_id IS ? AND process IS ?", now, rule, subject.map(Subject::id).orElse(null),
                subject.map(Subject::name).orElse(null));
    }

    private static void tell(Connection connection, long rule, List<Long> channels) throws SQLException {
        for (var channel : channels) {
            update(connection, "INSERT INTO alert_rule_channels (rule, channel) VALUES (?, ?)", rule, channel);
        }
    }

    private static Object[] values(Channel channel) {
        return switch (channel.destination()) {
            case Destination.Webhook it -> new Object[] { channel.name(), it.kind().name(), it.address().text(),
                    it.shape().name(), null, it.authorization().map(Secret::text).orElse(null), null };
            case Destination.Ntfy it -> new Object[] { channel.name(), it.kind().name(), it.server().text(), null,
                    it.topic().text(), it.token().map(Secret::text).orElse(null), null };
            case Destination.Email it -> new Object[] { channel.name(), it.kind().name(), null, null, null, null,
                    String.join("\n", it.recipients()) };
        };
    }

    private static Destination destination(ResultSet row) throws SQLException {
        return switch (ChannelKind.valueOf(row.getString(3))) {
            case WEBHOOK -> new Destination.Webhook(WebAddress.parse(row.getString(4)), Shape.valueOf(row.getString(5)),
                    Optional.ofNullable(row.getString(7)).map(Secret::new));
            case NTFY -> new Destination.Ntfy(WebAddress.parse(row.getString(4)), new Secret(row.getString(6)),
                    Optional.ofNullable(row.getString(7)).map(Secret::new));
            case EMAIL -> new Destination.Email(lines(row.getString(8)));
        };
    }

    private static Object[] values(Rule rule) {
        String status = null;
        Double amount = null;
        Long window = null;
        switch (rule.condition()) {
            case Condition.InStatus(var it) -> status = it.wire();
            case Condition.MemoryOver(var bytes) -> amount = (double) bytes;
            case Condition.CpuOver(var percent) -> amount = percent;
            case Condition.RestartsOver(var count, var within) -> {
                amount = (double) count;
                window = within.toMillis();
            }
            case Condition.LogSilent(var time) -> window = time.toMillis();
            case Condition.CrashLoop _ -> {
                // has no figure
            }
            case Condition.DaemonDown _ -> {
                // has no figure
            }
        }
        return new Object[] { rule.name(), rule.enabled(), rule.condition().type(), status, amount, window,
                rule.holdFor().toMillis(), rule.cooldown().toMillis(), String.join("\n", rule.targets().patterns()),
                rule.notifyResolved() };
    }

    private static Rule rule(ResultSet row) throws SQLException {
        var told = row.getString(12);
        return new Rule(row.getLong(1), row.getString(2), row.getBoolean(3), condition(row),
                Duration.ofMillis(row.getLong(8)), Duration.ofMillis(row.getLong(9)), new Targets(lines(row.getString(10))),
                told == null ? List.of() : Arrays.stream(told.split(",", -1)).map(Long::valueOf).sorted().toList(),
                row.getBoolean(11));
    }

    private static Condition condition(ResultSet row) throws SQLException {
        var window = Duration.ofMillis(row.getLong(7));
        return switch (row.getString(4)) {
            case "status" -> new Condition.InStatus(Status.of(row.getString(5)).orElseThrow());
            case "crash-loop" -> new Condition.CrashLoop();
            case "memory" -> new Condition.MemoryOver((long) row.getDouble(6));
            case "cpu" -> new Condition.CpuOver(row.getDouble(6));
            case "restarts" -> new Condition.RestartsOver((int) row.getDouble(6), window);
            case "silence" -> new Condition.LogSilent(window);
            case "daemon-down" -> new Condition.DaemonDown();
            default -> throw new SQLException("no condition is called " + row.getString(4));
        };
    }

    private static AlertMessage message(ResultSet row) throws SQLException {
        var id = row.getInt(6);
        var subject = row.wasNull() ? Optional.<Subject> empty()
                : Optional.of(new Subject(id, row.getString(7), row.getString(8)));
        return new AlertMessage(AlertMessage.Type.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getString(4),
                row.getString(5), subject, row.getString(9), row.getString(10), time(row, 3).orElseThrow(),
                time(row, 2).orElseThrow());
    }

    private static PastAlert past(ResultSet row) throws SQLException {
        return new PastAlert(row.getLong(11), row.getLong(12), message(row), time(row, 13));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(row.getLong(11), row.getLong(12), row.getLong(13), row.getString(14), message(row),
                Delivery.State.valueOf(row.getString(15)), row.getInt(16), time(row, 17).orElseThrow(), time(row, 18),
                row.getString(19));
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : text.lines().toList();
    }

    @FunctionalInterface
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String sql, Row<T> reader, Object... values) {
        return database.read(connection -> {
            var found = new ArrayList<T>();
            try (var statement = prepare(connection, sql, values); var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.of(rows));
                }
            }
            return found;
        });
    }

    private OptionalLong insert(String sql, Object... values) {
        return database.write(connection -> insert(connection, sql, values));
    }

    private static OptionalLong insert(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = prepare(connection, sql, values); var rows = statement.executeQuery()) {
            return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
        }
    }

    private static long count(Connection connection, String sql, Object... values) throws SQLException {
        return insert(connection, sql, values).orElse(0);
    }

    private int update(String sql, Object... values) {
        return database.write(connection -> update(connection, sql, values));
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof Instant time ? (Object) time.toEpochMilli() : values[i]);
        }
        return statement;
    }
}
