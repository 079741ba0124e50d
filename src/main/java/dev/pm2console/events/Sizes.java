package dev.pm2console.events;

import java.util.Locale;

/// How sizes are written in a sentence.
final class Sizes {

    private static final double MEGABYTE = 1 << 20;

    private Sizes() {
    }

    /// `212 MB`, `8.4 MB`.
    static String megabytes(long bytes) {
        var amount = bytes / MEGABYTE;
        return String.format(Locale.ROOT, amount < 10 ? "%.1f MB" : "%.0f MB", amount);
    }

    /// `800 ms`, `12 s`, `4 min`.
    static String time(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        return millis < 120_000 ? millis / 1_000 + " s" : millis / 60_000 + " min";
    }
}
