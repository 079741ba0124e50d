package dev.pm2console.logs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// What a line that is a JSON object says of itself in its first 2 KiB. It is read by hand, and only its outermost members:
/// no parser would be as cheap, and nonsense must not be an error.
final class JsonLine {

    private static final int LIMIT = 2 << 10;
    private static final int LONGEST_NUMBER = 24;
    private static final BigDecimal EARLIEST = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal LATEST = BigDecimal.valueOf(10_000_000_000L);

    private final String text;
    private final int limit;
    private int at;
    private Optional<Instant> time = Optional.empty();
    private Optional<Level> level = Optional.empty();

    private JsonLine(String text, int from) {
        this.text = text;
        this.at = from + 1;
        this.limit = Math.min(text.length(), from + LIMIT);
    }

    /// Reads the object that begins at `from`, with a brace.
    static JsonLine read(String text, int from) {
        var line = new JsonLine(text, from);
        line.members();
        return line;
    }

    Optional<Instant> time() {
        return time;
    }

    Optional<Level> level() {
        return level;
    }

    private void members() {
        do {
            blanks();
            var key = at + 1;
            if (!string()) {
                return;
            }
            var keyEnd = at - 1;
            blanks();
            if (!take(':')) {
                return;
            }
            blanks();
            var value = at;
            if (!value()) {
                return;
            }
            member(text.substring(key, keyEnd), value);
            blanks();
        } while (take(',') && (time.isEmpty() || level.isEmpty()));
    }

    private void member(String key, int value) {
        switch (key) {
            case "level", "severity", "lvl", "levelname", "level_name", "log.level", "loglevel", "@level" ->
                level = level.or(() -> levelAt(value));
            case "time", "timestamp", "ts", "@timestamp", "datetime" -> time = time.or(() -> timeAt(value));
            default -> {
                // says neither
            }
        }
    }

    private Optional<Level> levelAt(int value) {
        if (text.charAt(value) != '"') {
            return number(value).map(BigDecimal::intValue).flatMap(LevelWord::level);
        }
        var end = value + 1;
        while (Character.isLetter(text.charAt(end))) {
            end++;
        }
        var behind = text.charAt(end);
        if (behind != '"' && behind != '+' && behind != '-') { // slog: ERROR+2
            return Optional.empty();
        }
        var word = text.substring(value + 1, end);
        return word.equals("http") ? Optional.of(Level.INFO) : LevelWord.level(word); // winston, between info and verbose
    }

    private Optional<Instant> timeAt(int value) {
        return text.charAt(value) == '"'
                ? OwnTime.at(text, value + 1).map(OwnTime::at)
                : number(value).flatMap(JsonLine::epoch);
    }

    /// A number since 1970 is of the unit in which it is a time from 2001 to 2286; else it may be anything.
    private static Optional<Instant> epoch(BigDecimal number) {
        for (var exponent = 0; exponent <= 9; exponent += 3) {
            var seconds = number.movePointLeft(exponent);
            if (seconds.compareTo(EARLIEST) >= 0 && seconds.compareTo(LATEST) < 0) {
                var nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).intValue();
                return Optional.of(Instant.ofEpochSecond(seconds.longValue(), nanos));
            }
        }
        return Optional.empty();
    }

    /// The number that ends where the reader is.
    private Optional<BigDecimal> number(int value) {
        if (at == value || at - value > LONGEST_NUMBER) {
            return Optional.empty();
        }
        for (var i = value; i < at; i++) {
            var c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.') {
                return Optional.empty(); // nor one with an exponent, which could be as long as it likes
            }
        }
        try {
            return Optional.of(new BigDecimal(text.substring(value, at)));
        } catch (NumberFormatException twoPoints) {
            return Optional.empty();
        }
    }

    private boolean value() {
        if (at >= limit) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '"' -> string();
            case '{', '[' -> nested();
            default -> literal();
        };
    }

    private boolean literal() {
        while (at < limit && ",}] \t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at < limit;
    }

    private boolean nested() {
        var depth = 0;
        do {
            switch (text.charAt(at)) {
                case '"' -> {
                    if (!string()) {
                        return false;
                    }
                    continue;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {
                    // what is inside doesn't matter
                }
            }
            at++;
        } while (depth > 0 && at < limit);
        return depth == 0;
    }

    private boolean string() {
        if (!take('"')) {
            return false;
        }
        while (at < limit && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return take('"');
    }

    private void blanks() {
        while (at < limit && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private boolean take(char c) {
        if (at >= limit || text.charAt(at) != c) {
            return false;
        }
        at++;
        return true;
    }
}
