package dev.pm2console.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// SQL with values, inside of one read or write of a [Database]. An `Instant` is kept as milliseconds since 1970, an empty
/// optional as `NULL`; what is read of a column that may be `NULL` is optional again.
public final class Sql {

    private Sql() {
    }

    /// Makes something of one row.
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    public static <T> List<T> list(Connection connection, String sql, Row<T> reader, Object... values) throws SQLException {
        try (var statement = prepare(connection, sql, values); var rows = statement.executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reader.of(rows));
            }
            return found;
        }
    }

    /// The number in the first column of the first row; empty where there is no row.
    public static OptionalLong number(Connection connection, String sql, Object... values) throws SQLException {
        return list(connection, sql, row -> row.getLong(1), values).stream().mapToLong(Long::longValue).findFirst();
    }

    /// @return how many rows were changed
    public static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /// The same as [#update], of a statement that is used more than once.
    public static int update(PreparedStatement statement, Object... values) throws SQLException {
        set(statement, values);
        return statement.executeUpdate();
    }

    public static Optional<String> text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    public static OptionalInt integer(ResultSet row, int column) throws SQLException {
        var value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    public static OptionalLong whole(ResultSet row, int column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /// Of a column that is never `NULL`.
    public static Instant time(ResultSet row, int column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    public static Optional<Instant> optionalTime(ResultSet row, int column) throws SQLException {
        return whole(row, column).stream().mapToObj(Instant::ofEpochMilli).findFirst();
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        set(statement, values);
        return statement;
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, kept(values[i]));
        }
    }

    private static Object kept(Object value) {
        return switch (value) {
            case Instant time -> time.toEpochMilli();
            case Optional<?> optional -> optional.map(Sql::kept).orElse(null);
            case OptionalInt number -> number.isPresent() ? number.getAsInt() : null;
            case OptionalLong number -> number.isPresent() ? number.getAsLong() : null;
            case null, default -> value;
        };
    }
}
