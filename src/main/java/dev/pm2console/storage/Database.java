package dev.pm2console.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.sqlite.SQLiteConfig;

/// The one SQLite file. Write-ahead logging lets a long read go on beside writes, and other processes (the console's own
/// commands) work on the file at the same time.
///
/// There are two connections, each used by one thread at a time: SQLite has one writer anyway. Calls block, for well under a
/// millisecond as a rule, and belong on virtual threads.
public final class Database implements AutoCloseable {

    private static final int BUSY_MS = 5_000;
    private static final int ASK_AGAIN_MS = 5;

    private final Path file;
    private final Connection reader;
    private final Connection writer;
    private final ReentrantLock reading = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();

    /// What is done with a connection.
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private Database(Path file, Connection reader, Connection writer) {
        this.file = file;
        this.reader = reader;
        this.writer = writer;
    }

    /// Opens the database of a data directory and brings its tables up to date. Where they are, nothing is written, so that
    /// a disk that is full and a program that locks it are no hindrance.
    ///
    /// @throws StorageException if that can't be done, also where a newer console made the tables
    public static Database open(DataDirectory directory, List<Schema> schemas) {
        return open(directory, schemas, false);
    }

    /// @param whole whether all of the file is looked at, which takes as long as reading it
    static Database open(DataDirectory directory, List<Schema> schemas, boolean whole) {
        // the driver unpacks its library: not where others may write
        System.setProperty("org.sqlite.tmpdir", directory.path().toString());
        directory.requireRoom();
        var file = directory.database();
        try {
            var writer = connect(file);
            try {
                if (whole) {
                    check(file, writer);
                }
                for (var schema : schemas) {
                    upgrade(file, writer, schema);
                }
                execute(writer, "PRAGMA busy_timeout = 0"); // from now on it waits in begin
                return new Database(file, connect(file), writer);
            } catch (SQLException | RuntimeException e) {
                writer.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    /// Reads.
    public <T> T read(Work<T> work) {
        reading.lock();
        try {
            return work.with(reader);
        } catch (SQLException e) {
            throw failed(file, e);
        } finally {
            reading.unlock();
        }
    }

    /// Writes, wholly or not at all.
    public <T> T write(Work<T> work) {
        var began = System.nanoTime();
        if (!isMyTurn()) {
            throw new StorageException(file, Trouble.LOCKED, new IllegalStateException("others wait to write"));
        }
        try {
            return inTransaction(writer, work, began);
        } catch (SQLException e) {
            throw failed(file, e);
        } finally {
            writing.unlock();
        }
    }

    /// Waits no longer than for another program: where many wait for that, none waits for all of them.
    private boolean isMyTurn() {
        try {
            return writing.tryLock(BUSY_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            writing.lock(); // what is written when the console ends is not given up
            return true;
        }
    }

    /// Reads rows.
    public <T> List<T> list(String sql, Sql.Row<T> reader, Object... values) {
        return read(connection -> Sql.list(connection, sql, reader, values));
    }

    /// Writes with one statement.
    ///
    /// @return how many rows were changed
    public int update(String sql, Object... values) {
        return write(connection -> Sql.update(connection, sql, values));
    }

    /// Removes rows in parts, that others get their turn to write in between.
    ///
    /// @param deletion whose last value is how many rows it may remove
    /// @param values   its other values
    /// @return how many rows were removed, at most `most`
    public long removeInParts(int atOnce, long most, String deletion, Object... values) {
        var removed = 0L;
        while (removed < most) {
            var wanted = Math.min(atOnce, most - removed);
            var all = Arrays.copyOf(values, values.length + 1);
            all[values.length] = wanted;
            var some = update(deletion, all);
            removed += some;
            if (some < wanted) {
                break;
            }
        }
        return removed;
    }

    /// A number that changes when anybody has written to the file.
    public long changes() {
        return read(connection -> {
            try (var statement = connection.createStatement(); var result = statement.executeQuery("PRAGMA data_version")) {
                return result.getLong(1);
            }
        });
    }

    @Override
    public void close() {
        reading.lock();
        writing.lock();
        try {
            reader.close();
            writer.close();
        } catch (SQLException e) {
            throw failed(file, e);
        } finally {
            writing.unlock();
            reading.unlock();
        }
    }

    private static Connection connect(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_MS);
        config.enforceForeignKeys(true);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private static void check(Path file, Connection connection) throws SQLException {
        var found = Sql.list(connection, "PRAGMA quick_check(1)", row -> row.getString(1)).getFirst();
        if (!found.equals("ok")) {
            throw new StorageException(file, Trouble.DAMAGED, new SQLException(found.replaceAll("\\s+", " ")));
        }
    }

    private static boolean isUpToDate(Connection connection, Schema schema) throws SQLException {
        return Sql.number(connection, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema'").isPresent()
                && steps(connection, schema.feature()) == schema.steps().size();
    }

    private static void upgrade(Path file, Connection connection, Schema schema) throws SQLException {
        if (isUpToDate(connection, schema)) {
            return;
        }
        var began = System.nanoTime();
        inTransaction(connection, it -> {
            execute(it, "CREATE TABLE IF NOT EXISTS schema (feature TEXT PRIMARY KEY, steps INTEGER NOT NULL) STRICT");
            var done = steps(it, schema.feature());
            if (done > schema.steps().size()) {
                throw new StorageException(file, "was last used by a newer version of the console, whose " + schema.feature()
                        + " this one can't read: run that version, or set console.data to another directory");
            }
            for (var step : schema.steps().subList(done, schema.steps().size())) {
                try (var statement = it.createStatement()) {
                    statement.executeUpdate(step);
                }
            }
            try (var statement = it.prepareStatement("INSERT INTO schema (feature, steps) VALUES (?, ?)"
                    + " ON CONFLICT (feature) DO UPDATE SET steps = excluded.steps")) {
                statement.setString(1, schema.feature());
                statement.setInt(2, schema.steps().size());
                return statement.executeUpdate();
            }
        }, began);
    }

    private static int steps(Connection connection, String feature) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT steps FROM schema WHERE feature = ?")) {
            statement.setString(1, feature);
            try (var result = statement.executeQuery()) {
                return result.next() ? result.getInt(1) : 0;
            }
        }
    }

    /// With transactions of our own: the driver's would begin the next one as soon as one ends, and so keep all other
    /// programs from writing.
    private static <T> T inTransaction(Connection connection, Work<T> work, long began) throws SQLException {
        begin(connection, began);
        try {
            var result = work.with(connection);
            execute(connection, "COMMIT");
            return result;
        } catch (Throwable e) { // whatever it is: the next write must not continue this one
            rollBack(connection, e);
            throw e;
        }
    }

    /// Waits for a program that writes at this moment. Not in the driver, where a virtual thread would keep its carrier: on a
    /// machine with one core, everything would stand still.
    private static void begin(Connection connection, long began) throws SQLException {
        while (true) {
            try {
                execute(connection, "BEGIN IMMEDIATE");
                return;
            } catch (SQLException e) {
                if (Trouble.of(e) != Trouble.LOCKED || System.nanoTime() - began > BUSY_MS * 1_000_000L || !pause()) {
                    throw e;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(ASK_AGAIN_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException alreadyRolledBack) { // as SQLite does it itself where the disk is full
            cause.addSuppressed(alreadyRolledBack);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static StorageException failed(Path file, SQLException e) {
        return new StorageException(file, Trouble.of(e), e);
    }
}
