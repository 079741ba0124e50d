package dev.pm2console.logs;

import java.time.Instant;
import java.util.Optional;

/// Reads what the lines of one output of one process say about themselves. It remembers the line that a stack trace began
/// with, so each output has its own; not for two threads at once.
final class LineReader {

    /// So much of a line is looked at where colours have to be taken out of it.
    private static final int HEAD = 2 << 10;

    private final StackTrace trace = new StackTrace();
    private Optional<Level> first = Optional.empty();
    /// Whether the line before is a logger's, with a time, about something bad: the exception is behind it then.
    private boolean reported;

    /// @param safeText as [SafeText] makes it
    LineFacts next(String safeText) {
        var text = plain(safeText);
        var stamp = stamp(text);
        if (stamp.isPresent() && !text.startsWith("[") && text.startsWith(": ", stamp.get().end())) {
            // PM2 puts its stamp before every line, those of a trace too: what counts is what the application wrote
            var line = text.substring(stamp.get().end() + 2);
            return facts(line, stamp(line), stamp.map(OwnTime::at));
        }
        return facts(text, stamp, Optional.empty());
    }

    private LineFacts facts(String line, Optional<OwnTime> stamp, Optional<Instant> pm2) {
        if (line.startsWith("{")) {
            var json = JsonLine.read(line, 0);
            var own = json.time().isPresent() || json.level().isPresent();
            if (own) {
                trace.end();
                return first(pm2.or(json::time), json.level(), true);
            }
        }
        var at = pm2.or(() -> stamp.map(OwnTime::at));
        if (trace.follows(line, stamp.isPresent()) || (reported && stamp.isEmpty() && StackTrace.isHead(line))) {
            reported = false;
            return new LineFacts(at, first, true);
        }
        var from = line.startsWith("[") ? 0 : stamp.map(OwnTime::end).orElse(0);
        var level = WrittenLevel.of(line, from);
        return first(at, level, stamp.isPresent());
    }

    private LineFacts first(Optional<Instant> at, Optional<Level> level, boolean stamped) {
        first = level;
        reported = stamped && level.filter(it -> it.atLeast(Level.ERROR)).isPresent();
        return new LineFacts(at, level, false);
    }

    /// The time that a line begins with, or that it has as a member where it is a JSON object.
    static Optional<Instant> ownTime(String safeText) {
        var text = plain(safeText);
        return text.startsWith("{") ? JsonLine.read(text, 0).time() : stamp(text).map(OwnTime::at);
    }

    private static Optional<OwnTime> stamp(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var c = text.charAt(0);
        if (c >= '0' && c <= '9') {
            return OwnTime.at(text, 0);
        }
        return switch (c) {
            case '[' -> OwnTime.at(text, 1);
            case 't' -> text.startsWith("time=\"") ? OwnTime.at(text, 6)
                    : text.startsWith("time=") ? OwnTime.at(text, 5)
                            : text.startsWith("ts=") ? OwnTime.at(text, 3) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String plain(String text) {
        var escape = text.indexOf(SafeText.ESCAPE, 0, Math.min(text.length(), HEAD));
        if (escape < 0) {
            return text;
        }
        var plain = new StringBuilder(HEAD);
        var from = 0;
        while (escape >= 0 && plain.length() < HEAD) {
            plain.append(text, from, escape);
            from = text.indexOf('m', escape) + 1;
            escape = text.indexOf(SafeText.ESCAPE, from);
        }
        return plain.append(text, from, Math.min(text.length(), from + HEAD)).toString();
    }
}
