package dev.pm2console.logs;

import java.util.Locale;
import java.util.Optional;

/// The words that loggers have for levels.
final class LevelWord {

    private static final int LONGEST = "informational".length();

    private LevelWord() {
    }

    /// The level that a word means, in upper or lower case.
    static Optional<Level> level(String word) {
        if (word.length() < 3 || word.length() > LONGEST) {
            return Optional.empty();
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "trace", "trc", "finest", "finer", "silly" -> Optional.of(Level.TRACE);
            case "debug", "dbg", "fine", "verbose" -> Optional.of(Level.DEBUG);
            case "info", "inf", "information", "informational", "notice", "log", "http" -> Optional.of(Level.INFO);
            case "warn", "wrn", "warning" -> Optional.of(Level.WARN);
            case "error", "err", "severe" -> Optional.of(Level.ERROR);
            case "fatal", "ftl", "critical", "crit", "alert", "emerg", "emergency", "panic", "pnc", "dpanic" ->
                Optional.of(Level.FATAL);
            default -> Optional.empty();
        };
    }

    /// The level that a number means to pino and bunyan, which leave room between theirs.
    static Optional<Level> level(int number) {
        return switch (number / 10) {
            case 1 -> Optional.of(Level.TRACE);
            case 2 -> Optional.of(Level.DEBUG);
            case 3 -> Optional.of(Level.INFO);
            case 4 -> Optional.of(Level.WARN);
            case 5 -> Optional.of(Level.ERROR);
            case 6 -> Optional.of(Level.FATAL);
            default -> Optional.empty();
        };
    }
}
