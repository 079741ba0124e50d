package dev.pm2console.metrics.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.pm2console.process.ProcessId;
import dev.pm2console.storage.Database;
import dev.pm2console.storage.Schema;
import dev.pm2console.storage.Sql;

/// The tables of what was measured: whose it is, and blocks of points.
public final class HistoryTable {

    /// The tables.
    public static final Schema SCHEMA = new Schema("history", List.of("""
            CREATE TABLE history_series (
                id INTEGER PRIMARY KEY,
                process INTEGER NOT NULL,
                name TEXT NOT NULL,
                UNIQUE (process, name)
            ) STRICT;
            CREATE TABLE history_block (
                series INTEGER NOT NULL REFERENCES history_series ON DELETE CASCADE,
                tier INTEGER NOT NULL,
                start INTEGER NOT NULL,
                bytes BLOB NOT NULL,
                UNIQUE (series, tier, start)
            ) STRICT;
            CREATE INDEX history_block_age ON history_block (tier, start);
            """));

    /// So many rows are removed in one go, that others get their turn to write.
    private static final int AT_ONCE = 5_000;

    private final Database database;

    public HistoryTable(Database database) {
        this.database = database;
    }

    /// Writes blocks, all or none; a block that is there already is replaced.
    void write(List<OwnedBlock> blocks) {
        var bytes = blocks.stream().map(it -> BlockBytes.write(it.block())).toList();
        database.write(connection -> {
            var ids = new HashMap<SeriesKey, Long>();
            try (var insert = connection.prepareStatement(
                    "INSERT OR REPLACE INTO history_block (series, tier, start, bytes) VALUES (?, ?, ?, ?)")) {
                for (var i = 0; i < blocks.size(); i++) {
                    var key = blocks.get(i).key();
                    var block = blocks.get(i).block();
                    var id = ids.get(key);
                    if (id == null) {
                        id = series(connection, key);
                        ids.put(key, id);
                    }
                    Sql.update(insert, id, block.tier().resolution(), block.start(), bytes.get(i));
                }
            }
            return blocks.size();
        });
    }

    /// All whose history is kept.
    Set<SeriesKey> keys() {
        return database.list("SELECT process, name FROM history_series", row -> key(row, 1)).stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Those of an application or an id.
    List<SeriesKey> keys(String name, int id) {
        return database.list("SELECT process, name FROM history_series WHERE name = ? OR process = ? ORDER BY process, id",
                row -> key(row, 1), name, id);
    }

    /// When the newest block of a tier begins, of each that has one.
    Map<SeriesKey, Long> newest(Tier tier) {
        var newest = new HashMap<SeriesKey, Long>();
        database.list("SELECT process, name, max(start) FROM history_block JOIN history_series ON series = history_series.id"
                + " WHERE tier = ? GROUP BY series", row -> newest.put(key(row, 1), row.getLong(3)), tier.resolution());
        return newest;
    }

    /// Tells the blocks of one process that begin from `from` on and before `to`, oldest first.
    void blocks(SeriesKey key, Tier tier, long from, long to, Consumer<Block> taker) {
        var found = new TreeMap<Long, byte[]>();
        database.list("SELECT start, bytes FROM history_block WHERE tier = ? AND start >= ? AND start < ?"
                + " AND series = (SELECT id FROM history_series WHERE process = ? AND name = ?) ORDER BY start",
                row -> found.put(row.getLong(1), row.getBytes(2)),
                tier.resolution(), from, to, key.id().value(), key.name());
        found.forEach((start, bytes) -> BlockBytes.read(tier, start, bytes).ifPresent(taker));
    }

    /// Removes the blocks of a tier that begin before this moment.
    int removeBefore(Tier tier, long start) {
        return remove("SELECT rowid FROM history_block WHERE tier = " + tier.resolution() + " AND start < ? ORDER BY start",
                Integer.MAX_VALUE, start);
    }

    /// All blocks together.
    Size size() {
        return database.list("SELECT count(*), coalesce(sum(length(bytes)), 0) FROM history_block",
                row -> new Size(row.getLong(1), row.getLong(2))).getFirst();
    }

    record Size(long blocks, long bytes) {
    }

    /// Those of which the newest block is the oldest, up to so many of these.
    List<SeriesKey> oldest(Set<SeriesKey> among, int most) {
        return database.list("SELECT process, name FROM history_series ORDER BY"
                + " (SELECT max(start) FROM history_block WHERE series = history_series.id)", row -> key(row, 1))
                .stream().filter(among::contains).limit(most).toList();
    }

    /// Removes the oldest blocks, up to so many: those of these processes, or of anybody where there are none.
    int removeOldest(int most, Set<SeriesKey> whose) {
        var ids = database.list("SELECT id, process, name FROM history_series",
                row -> whose.contains(key(row, 2)) ? row.getLong(1) : -1L).stream().filter(id -> id >= 0)
                .map(String::valueOf).collect(Collectors.joining(", "));
        return remove("SELECT rowid FROM history_block" + (ids.isEmpty() ? "" : " WHERE series IN (" + ids + ")")
                + " ORDER BY start", most);
    }

    /// Removes all of one process.
    void remove(SeriesKey key) {
        database.update("DELETE FROM history_series WHERE process = ? AND name = ?",
                key.id().value(), key.name());
    }

    /// Removes series that have no block.
    void removeEmpty() {
        database.update("DELETE FROM history_series"
                + " WHERE NOT EXISTS (SELECT 1 FROM history_block WHERE series = history_series.id)");
    }

    private int remove(String selection, int most, Object... values) {
        return Math.toIntExact(database.removeInParts(AT_ONCE, most,
                "DELETE FROM history_block WHERE rowid IN (" + selection + " LIMIT ?)", values));
    }

    private static long series(Connection connection, SeriesKey key) throws SQLException {
        Sql.update(connection, "INSERT OR IGNORE INTO history_series (process, name) VALUES (?, ?)", key.id().value(),
                key.name());
        return Sql.number(connection, "SELECT id FROM history_series WHERE process = ? AND name = ?", key.id().value(),
                key.name()).orElseThrow();
    }

    private static SeriesKey key(ResultSet row, int column) throws SQLException {
        return new SeriesKey(new ProcessId(row.getInt(column)), row.getString(column + 1));
    }
}
