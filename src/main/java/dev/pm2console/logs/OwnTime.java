package dev.pm2console.logs;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// A time that stands in a text: `2026-11-25T20:00:00` or `2026-11-25 20:00:00`, also with `/`, with a fraction of a second
/// or without, with a zone or in the machine's.
///
/// @param end the index behind it
record OwnTime(Instant at, int end) {

    private static final int SHORTEST = "2026-11-25T20:00:00".length();
    private static final int FARTHEST_ZONE = 18 * 60;

    /// The time that stands there, and no letter or digit right behind it.
    static Optional<OwnTime> at(String text, int from) {
        if (!hasShape(text, from)) {
            return Optional.empty();
        }
        var year = number(text, from, 4);
        var month = number(text, from + 5, 2);
        var day = number(text, from + 8, 2);
        var hour = number(text, from + 11, 2);
        var minute = number(text, from + 14, 2);
        var second = number(text, from + 17, 2);
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > Month.of(month).length(Year.isLeap(year))
                || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return Optional.empty();
        }
        var end = from + SHORTEST;
        var nanos = 0;
        if ((charAt(text, end) == '.' || charAt(text, end) == ',') && isDigit(charAt(text, end + 1))) {
            var digits = 1;
            while (digits < 9 && isDigit(charAt(text, end + 1 + digits))) {
                digits++;
            }
            nanos = number(text, end + 1, digits);
            for (var i = digits; i < 9; i++) {
                nanos *= 10;
            }
            end += 1 + digits;
        }
        return zoned(LocalDateTime.of(year, month, day, hour, minute, second, nanos), text, end)
                .filter(time -> !Character.isLetterOrDigit(charAt(text, time.end)));
    }

    private static boolean hasShape(String text, int from) {
        if (text.length() < from + SHORTEST) {
            return false;
        }
        var dash = text.charAt(from + 4);
        var middle = text.charAt(from + 10);
        return (dash == '-' || dash == '/') && text.charAt(from + 7) == dash && (middle == 'T' || middle == ' ')
                && text.charAt(from + 13) == ':' && text.charAt(from + 16) == ':';
    }

    private static Optional<OwnTime> zoned(LocalDateTime time, String text, int from) {
        var at = charAt(text, from) == ' ' ? from + 1 : from;
        var c = charAt(text, at);
        if (c == 'Z') {
            return Optional.of(new OwnTime(time.toInstant(ZoneOffset.UTC), at + 1));
        }
        if (text.startsWith("UTC", at) || text.startsWith("GMT", at)) {
            return Optional.of(new OwnTime(time.toInstant(ZoneOffset.UTC), at + 3));
        }
        if (c == '+' || c == '-') {
            var colon = charAt(text, at + 3) == ':' ? 1 : 0;
            var hours = number(text, at + 1, 2);
            var minutes = number(text, at + 3 + colon, 2);
            var brief = minutes < 0 && at == from; // PostgreSQL's +00
            var total = hours * 60 + Math.max(minutes, 0);
            if (hours >= 0 && (brief || (minutes >= 0 && minutes < 60)) && total <= FARTHEST_ZONE) {
                var offset = ZoneOffset.ofTotalSeconds((c == '-' ? -60 : 60) * total);
                return Optional.of(new OwnTime(time.toInstant(offset), brief ? at + 3 : at + 5 + colon));
            }
        }
        return Optional.of(new OwnTime(time.atZone(ZoneId.systemDefault()).toInstant(), from));
    }

    /// The number of so many digits; -1 where there are other characters.
    private static int number(String text, int from, int digits) {
        var number = 0;
        for (var i = from; i < from + digits; i++) {
            if (!isDigit(charAt(text, i))) {
                return -1;
            }
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char charAt(String text, int at) {
        return at < text.length() ? text.charAt(at) : 0;
    }
}
