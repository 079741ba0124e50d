package dev.pm2console.logs;

import java.util.Locale;
import java.util.Optional;

/// The words that loggers have for levels.
final class LevelWord {

    private static final int LONGEST = "information".length();

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
            case "info", "inf", "information", "notice", "log" -> Optional.of(Level.INFO);
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

    /// Whether it may be meant in lower case too where it stands before a colon: not the everyday words.
    static boolean isLabel(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "log", "fine", "finer", "finest", "information" -> false;
            default -> true;
        };
    }

    /// Whether it is the name of a level's member, in logfmt.
    static boolean isKey(String word) {
        return switch (word) {
            case "level", "lvl", "severity", "levelname", "loglevel" -> true;
            default -> false;
        };
    }

    /// Whether it is named as exceptions are in Node, Java and Python.
    static boolean isException(String word) {
        var named = word.endsWith("Error") || word.endsWith("Exception");
        return named && (Character.isUpperCase(word.charAt(0)) || word.indexOf('.') > 0);
    }

    static boolean isUpper(String word) {
        for (var i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'A' || word.charAt(i) > 'Z') {
                return false;
            }
        }
        return true;
    }

    /// The level of `E1125`: klog's letter, month and day.
    static Optional<Level> klog(String word) {
        if (word.length() != 5 || !word.chars().skip(1).allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return switch (word.charAt(0)) {
            case 'I' -> Optional.of(Level.INFO);
            case 'W' -> Optional.of(Level.WARN);
            case 'E' -> Optional.of(Level.ERROR);
            case 'F' -> Optional.of(Level.FATAL);
            default -> Optional.empty();
        };
    }
}
