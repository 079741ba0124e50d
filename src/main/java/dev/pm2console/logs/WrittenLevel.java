package dev.pm2console.logs;

import java.util.Optional;

/// Finds the level that a line of text names at its beginning: `[WARN]`, `error:`, `12:00:00 [main] INFO  c.e.App`,
/// `level=warn`, `TypeError: x` and the like. What looks like a message and not like what loggers put before it ends the
/// search, so that a word inside prose is none.
final class WrittenLevel {

    private static final int LIMIT = 80;
    /// Of loggers, threads, hosts.
    private static final int MOST_NAMES = 4;

    private final String text;
    private final int limit;
    private int at;
    private int names;

    private WrittenLevel(String text, int from) {
        this.text = text;
        this.at = from;
        this.limit = Math.min(text.length(), from + LIMIT);
    }

    /// @param from where the line begins, or goes on behind a time
    static Optional<Level> of(String text, int from) {
        return new WrittenLevel(text, from).find();
    }

    private Optional<Level> find() {
        if (at > 0) {
            pastZone();
        }
        while (at < limit) {
            var c = text.charAt(at);
            Optional<Level> level = Optional.empty();
            if (c == '[' || c == '(' || c == '<') {
                var close = text.indexOf(c == '[' ? ']' : c == '(' ? ')' : '>', at, limit);
                if (close < 0) {
                    return Optional.empty();
                }
                level = bracketed(text.substring(at + 1, close));
                at = close + 1;
            } else if (c >= '0' && c <= '9') {
                pastBlank();
                pastZone();
            } else if (Character.isLetter(c)) {
                var end = wordEnd();
                level = level(end);
                if (level.isEmpty() && !passes(end)) {
                    return Optional.empty();
                }
            } else {
                at++; // a blank, a dash, a bullet, a sign
            }
            if (level.isPresent()) {
                return level;
            }
        }
        return Optional.empty();
    }

    private Optional<Level> level(int end) {
        var word = text.substring(at, end);
        var next = charAt(end);
        if (next == '=') {
            return LevelWord.isKey(word) ? LevelWord.level(unquoted(end + 1)) : Optional.empty();
        }
        var level = LevelWord.level(word);
        if (level.isPresent() && ((LevelWord.isUpper(word) && isEdge(next)) || isLabel(word, end))) {
            return level;
        }
        if (word.endsWith("Warning") && next == ':') {
            return Optional.of(Level.WARN);
        }
        if (isThrown(word, end)) {
            return Optional.of(Level.ERROR);
        }
        if (word.equals("npm")) {
            return LevelWord.level(text.substring(end + 1 < limit ? end + 1 : end, wordEnd(end + 1)));
        }
        return next == ' ' ? LevelWord.klog(word) : Optional.empty();
    }

    /// A level in any case that stands like a label: `error: x`, `error - x`, or between tabs.
    private boolean isLabel(String word, int end) {
        if (!LevelWord.isLabel(word)) {
            return false;
        }
        var next = charAt(end);
        if (next == ':') {
            return charAt(end + 1) == ' ' || end + 1 >= text.length();
        }
        if (next == '\t') {
            return at > 0 && text.charAt(at - 1) == '\t';
        }
        return isSeparated(end);
    }

    private boolean isSeparated(int end) {
        var i = end;
        while (charAt(i) == ' ') {
            i++;
        }
        return i > end && (charAt(i) == '-' || charAt(i) == '|') && charAt(i + 1) == ' ';
    }

    private boolean isThrown(String word, int end) {
        return switch (word) {
            case "Uncaught" -> charAt(end) == ' ';
            case "Traceback" -> text.startsWith(" (most recent call last):", end);
            case "Exception" -> charAt(end) == ':' || text.startsWith(" in thread ", end)
                    || text.startsWith(" Group Traceback ", end);
            case "Unhandled" -> text.regionMatches(true, end, " rejection", 0, 10);
            case "thread" -> text.indexOf("' panicked at", end, limit) > 0;
            default -> LevelWord.isException(word)
                    && (charAt(end) == ':' || end == text.length() || text.startsWith(" [", end));
        };
    }

    private static Optional<Level> bracketed(String inside) {
        var content = inside.strip();
        var level = LevelWord.level(content.substring(content.lastIndexOf(':') + 1));
        if (level.isPresent()) {
            return level;
        }
        for (var i = 0; i < content.length(); i++) {
            var from = i;
            while (i < content.length() && Character.isLetterOrDigit(content.charAt(i))) {
                i++;
            }
            var word = content.substring(from, i);
            var found = LevelWord.isUpper(word) ? LevelWord.level(word) : Optional.<Level> empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// Goes past a word that may stand before a level; false where it is the beginning of a message.
    private boolean passes(int end) {
        var next = charAt(end);
        if (next == '=') {
            at = end + 1;
            if (charAt(at) == '"') {
                var close = text.indexOf('"', at + 1, limit);
                at = close < 0 ? limit : close + 1;
            } else {
                pastBlank();
            }
            return true;
        }
        names++;
        var single = end - at == 1 && next == ',';
        var dotted = text.substring(at, end).indexOf('.') > 0 && text.charAt(end - 1) != '.' && next == ' ';
        var passes = single || dotted || next == ':' || next == '[' || isSeparated(end);
        at = end + (single ? 1 : 0);
        return passes && names <= MOST_NAMES;
    }

    /// `UTC`, `CET`, `PM`: behind a number.
    private void pastZone() {
        var end = at + 1;
        while (end < limit && text.charAt(end) >= 'A' && text.charAt(end) <= 'Z') {
            end++;
        }
        var letters = end - at - 1;
        if (letters >= 2 && letters <= 4 && charAt(end) == ' ' && LevelWord.level(text.substring(at + 1, end)).isEmpty()) {
            at = end;
        }
    }

    private void pastBlank() {
        while (at < limit && text.charAt(at) != ' ' && text.charAt(at) != '\t') {
            at++;
        }
    }

    private String unquoted(int from) {
        var begin = charAt(from) == '"' ? from + 1 : from;
        var end = begin;
        while (end < text.length() && end < begin + 16 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(begin, end);
    }

    private int wordEnd() {
        return wordEnd(at);
    }

    private int wordEnd(int from) {
        var end = Math.min(from, limit);
        while (end < limit && isPartOfWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == '/' || c == '$';
    }

    private static boolean isEdge(char c) {
        return c == 0 || c == ' ' || c == '\t' || c == ':' || c == '[' || c == '(' || c == '|' || c == ']' || c == ',';
    }

    private char charAt(int i) {
        return i < text.length() ? text.charAt(i) : 0;
    }
}
