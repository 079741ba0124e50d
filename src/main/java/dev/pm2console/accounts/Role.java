package dev.pm2console.accounts;

import java.util.Locale;

/// What a caller may do; each role may do what the ones before it may.
public enum Role {
    /// Sees everything but secrets.
    VIEWER,
    /// Runs what is there: starts, stops, restarts, scales, saves.
    OPERATOR,
    /// Decides what runs: starts scripts, deletes, ends the daemon.
    ADMIN;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /// Its name in the API: `viewer`, `operator`, `admin`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
