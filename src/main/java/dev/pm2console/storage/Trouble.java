package dev.pm2console.storage;

import java.sql.SQLException;

import org.sqlite.SQLiteErrorCode;

/// What keeps the database file from being read or written.
enum Trouble {

    DAMAGED("is damaged, or no database of SQLite's; the console keeps such a file aside when it starts, and begins a new one"),
    LOCKED("is locked by another program"),
    FULL("can't be written because the disk is full"),
    READ_ONLY("can't be written because it is read-only"),
    OUT_OF_REACH("can't be read or written because of the disk or the permissions"),
    /// Something is wrong with what was asked for.
    OTHER("can't be read or written");

    private static final int PRIMARY = 0xff;

    private final String words;

    Trouble(String words) {
        this.words = words;
    }

    static Trouble of(SQLException e) {
        var code = e.getErrorCode() & PRIMARY;
        return switch (SQLiteErrorCode.getErrorCode(code)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> DAMAGED;
            case SQLITE_BUSY, SQLITE_LOCKED -> LOCKED;
            case SQLITE_FULL -> FULL;
            case SQLITE_READONLY -> READ_ONLY;
            case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_PROTOCOL -> OUT_OF_REACH;
            default -> OTHER;
        };
    }

    /// What can be said of the file.
    String words() {
        return words;
    }
}
