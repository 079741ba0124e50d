package dev.pm2console.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.pm2console.accounts.Secret;
import dev.pm2console.process.Status;
import dev.pm2console.storage.Sql;

/// What the rows of [AlertTables] mean, in both directions. Lists have one entry a line.
final class AlertRows {

    private AlertRows() {
    }

    static Object[] values(Channel channel) {
        return switch (channel.destination()) {
            case Destination.Webhook it -> new Object[] { channel.name(), it.kind().name(), it.address().text(),
                    it.shape().name(), null, it.authorization().map(Secret::text), null };
            case Destination.Ntfy it -> new Object[] { channel.name(), it.kind().name(), it.server().text(), null,
                    it.topic().text(), it.token().map(Secret::text), null };
            case Destination.Email it -> new Object[] { channel.name(), it.kind().name(), null, null, null, null,
                    String.join("\n", it.recipients()) };
        };
    }

    static Destination destination(ResultSet row) throws SQLException {
        return switch (ChannelKind.valueOf(row.getString(3))) {
            case WEBHOOK -> new Destination.Webhook(WebAddress.parse(row.getString(4)), Shape.valueOf(row.getString(5)),
                    Sql.text(row, 7).map(Secret::new));
            case NTFY -> new Destination.Ntfy(WebAddress.parse(row.getString(4)), new Secret(row.getString(6)),
                    Sql.text(row, 7).map(Secret::new));
            case EMAIL -> new Destination.Email(lines(row.getString(8)));
        };
    }

    static Object[] values(Rule rule) {
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

    static Rule rule(ResultSet row) throws SQLException {
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
                row.getString(5), subject, row.getString(9), row.getString(10), Sql.time(row, 3),
                Sql.time(row, 2));
    }

    static PastAlert past(ResultSet row) throws SQLException {
        return new PastAlert(row.getLong(11), row.getLong(12), message(row), Sql.optionalTime(row, 13));
    }

    static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(row.getLong(11), row.getLong(12), row.getLong(13), row.getString(14), message(row),
                Delivery.State.valueOf(row.getString(15)), row.getInt(16), Sql.time(row, 17), Sql.optionalTime(row, 18),
                row.getString(19));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : text.lines().toList();
    }
}
