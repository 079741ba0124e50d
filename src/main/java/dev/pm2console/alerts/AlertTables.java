package dev.pm2console.alerts;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.pm2console.storage.Database;
import dev.pm2console.storage.Schema;
import dev.pm2console.storage.Sql;

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
        return database.list("SELECT id, name, kind, address, shape, topic, secret, recipients FROM alert_channels ORDER BY id",
                row -> new Channel(row.getLong(1), row.getString(2), AlertRows.destination(row)));
    }

    /// @return its number; empty where there is one of that name
    OptionalLong add(Channel channel) {
        return database.write(connection -> Sql.number(connection,
                "INSERT INTO alert_channels (name, kind, address, shape, topic,"
                        + " secret, recipients) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id",
                AlertRows.values(channel)));
    }

    /// @return false where another one has that name
    boolean change(Channel channel) {
        var values = new ArrayList<>(Arrays.asList(AlertRows.values(channel)));
        values.add(channel.id());
        return database
                .update("UPDATE OR IGNORE alert_channels SET name = ?, kind = ?, address = ?, shape = ?, topic = ?, secret = ?,"
                        + " recipients = ? WHERE id = ?", values.toArray()) == 1;
    }

    /// Removes one that no rule tells. What waits for it has failed.
    void removeChannel(long id, Instant now) {
        database.write(connection -> {
            Sql.update(connection, "UPDATE alert_deliveries SET state = 'FAILED', next_at = NULL, changed_at = ?,"
                    + " detail = 'the channel was removed' WHERE channel = ? AND state = 'PENDING'", now, id);
            return Sql.update(connection, "DELETE FROM alert_channels WHERE id = ?", id);
        });
    }

    List<Rule> rules() {
        return database.list("SELECT id, name, enabled, condition, status, amount, window_ms, hold_ms, cooldown_ms, targets,"
                + " notify_resolved, (SELECT group_concat(channel) FROM alert_rule_channels WHERE rule = id) FROM alert_rules"
                + " ORDER BY id", AlertRows::rule);
    }

    /// @return its number; empty where there is one of that name
    OptionalLong add(Rule rule) {
        return database.write(connection -> {
            var id = Sql.number(connection,
                    "INSERT INTO alert_rules (name, enabled, condition, status, amount, window_ms, hold_ms,"
                            + " cooldown_ms, targets, notify_resolved) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING RETURNING id",
                    AlertRows.values(rule));
            if (id.isPresent()) {
                tell(connection, id.getAsLong(), rule.channels());
            }
            return id;
        });
    }

    /// @return false where another one has that name
    boolean change(Rule rule) {
        return database.write(connection -> {
            var values = new ArrayList<>(Arrays.asList(AlertRows.values(rule)));
            values.add(rule.id());
            var done = Sql.update(connection,
                    "UPDATE OR IGNORE alert_rules SET name = ?, enabled = ?, condition = ?, status = ?,"
                            + " amount = ?, window_ms = ?, hold_ms = ?, cooldown_ms = ?, targets = ?, notify_resolved = ? WHERE id = ?",
                    values.toArray()) == 1;
            if (done) {
                Sql.update(connection, "DELETE FROM alert_rule_channels WHERE rule = ?", rule.id());
                tell(connection, rule.id(), rule.channels());
            }
            return done;
        });
    }

    void removeRule(long id) {
        database.update("DELETE FROM alert_rules WHERE id = ?", id);
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
        return database.list("SELECT " + MESSAGE + ", a.id, a.rule, a.ended_at FROM alerts a WHERE type = 'ALERT'"
                + " AND (ended_at IS NULL OR at >= ?) ORDER BY id", AlertRows::past, since);
    }

    void end(long rule, Optional<Subject> subject, Instant now) {
        database.write(connection -> end(connection, rule, subject, now));
    }

    /// Newest first.
    List<PastAlert> recent(int limit) {
        return database.list(
                "SELECT " + MESSAGE + ", a.id, a.rule, a.ended_at FROM alerts a WHERE type = 'ALERT' ORDER BY id DESC"
                        + " LIMIT ?",
                AlertRows::past, limit);
    }

    /// Newest first.
    List<Delivery> deliveries(int limit) {
        return database.list(DELIVERY + "ORDER BY d.id DESC LIMIT ?", AlertRows::delivery, limit);
    }

    /// The channels for which something is due.
    List<Long> channelsWithDue(Instant now) {
        return database.list("SELECT DISTINCT channel FROM alert_deliveries WHERE state = 'PENDING' AND next_at <= ?",
                row -> row.getLong(1), now);
    }

    /// What is due for one channel, oldest first.
    List<Delivery> due(long channel, Instant now, int limit) {
        return database.list(DELIVERY + "WHERE d.state = 'PENDING' AND d.channel = ? AND d.next_at <= ? ORDER BY d.id LIMIT ?",
                AlertRows::delivery, channel, now, limit);
    }

    /// How a try ended.
    ///
    /// @param nextAt when to try again; empty for never
    void tried(long delivery, Delivery.State state, String detail, Instant now, Optional<Instant> nextAt) {
        database.update(
                "UPDATE alert_deliveries SET state = ?, detail = ?, tries = tries + 1, changed_at = ?, next_at = ? WHERE id = ?",
                state.name(), detail, now, nextAt, delivery);
    }

    /// Forgets what is old, and the oldest where there is too much; nothing that still waits or holds.
    void expire(Instant before, int most) {
        database.write(connection -> {
            Sql.update(connection, "DELETE FROM alerts WHERE at < ? AND (type <> 'ALERT' OR ended_at IS NOT NULL)", before);
            Sql.update(connection,
                    "DELETE FROM alert_deliveries WHERE state <> 'PENDING' AND id <= (SELECT id FROM alert_deliveries"
                            + " ORDER BY id DESC LIMIT 1 OFFSET ?)",
                    most);
            return Sql.update(connection,
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
        var id = Sql.number(connection, "INSERT INTO alerts (type, at, since, rule, rule_name, condition, process_id, process,"
                + " namespace, text, value, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                message.type().name(), message.at(), message.since(), rule.id(), message.rule(), message.condition(),
                message.subject().map(Subject::id), message.subject().map(Subject::name),
                message.subject().map(Subject::namespace), message.text(), message.value(),
                message.type() == AlertMessage.Type.RESOLVED ? now : null);
        var leftOut = 0;
        for (var channel : channels) {
            var isFull = isFull(connection, Bounds.WAITING, "SELECT count(*) FROM alert_deliveries WHERE state = 'PENDING'")
                    || isFull(connection, Bounds.WAITING_FOR_ONE,
                            "SELECT count(*) FROM alert_deliveries WHERE state = 'PENDING' AND channel = ?",
                            channel.id());
            leftOut += isFull ? 1 : 0;
            Sql.update(connection,
                    "INSERT INTO alert_deliveries (alert, channel, channel_name, state, tries, changed_at, next_at,"
                            + " detail) VALUES (?, ?, ?, ?, 0, ?, ?, ?)",
                    id.orElseThrow(), channel.id(), channel.name(),
                    (isFull ? Delivery.State.FAILED : Delivery.State.PENDING).name(), now, isFull ? null : now,
                    isFull ? "too many messages were waiting already" : "");
        }
        return leftOut;
    }

    private static int end(Connection connection, long rule, Optional<Subject> subject, Instant now) throws SQLException {
        return Sql.update(connection, "UPDATE alerts SET ended_at = ? WHERE rule = ? AND type = 'ALERT' AND ended_at IS NULL"
                + " AND process_id IS ? AND process IS ?", now, rule, subject.map(Subject::id),
                subject.map(Subject::name));
    }

    private static boolean isFull(Connection connection, int most, String count, Object... values) throws SQLException {
        return Sql.number(connection, count, values).orElseThrow() >= most;
    }

    private static void tell(Connection connection, long rule, List<Long> channels) throws SQLException {
        for (var channel : channels) {
            Sql.update(connection, "INSERT INTO alert_rule_channels (rule, channel) VALUES (?, ?)", rule, channel);
        }
    }
}
