package dev.pm2console.alerts;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/// How figures, times and names are written in rules and messages.
final class Wording {

    private static final String[] UNITS = { "B", "KB", "MB", "GB", "TB" };
    private static final int KILO = 1024;
    private static final int LONGEST_NAME = 200;

    private Wording() {
    }

    /// `500 MB`, `1.5 GB`.
    static String bytes(long value) {
        var amount = (double) value;
        var unit = 0;
        while (amount >= KILO && unit < UNITS.length - 1) {
            amount /= KILO;
            unit++;
        }
        var text = String.format(Locale.ROOT, "%.1f", amount);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " " + UNITS[unit];
    }

    /// `90%`, `12.5%`.
    static String percent(double value) {
        var text = String.format(Locale.ROOT, "%.1f", value);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + "%";
    }

    /// `45 seconds`, `5 minutes`, `1 hour 30 minutes`.
    static String duration(Duration time) {
        var days = time.toDays();
        if (days > 0) {
            return joined(count(days, "day"), count(time.toHoursPart(), "hour"));
        }
        if (time.toHours() > 0) {
            return joined(count(time.toHours(), "hour"), count(time.toMinutesPart(), "minute"));
        }
        return time.toMinutes() > 0 ? joined(count(time.toMinutes(), "minute"), count(time.toSecondsPart(), "second"))
                : Math.max(0, time.toSeconds()) + (time.toSeconds() == 1 ? " second" : " seconds");
    }

    /// On one line, without characters that show nothing or turn the text around; of a bounded length.
    static String plain(String text) {
        var shown = text.codePoints().limit(LONGEST_NAME).mapToObj(c -> switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE, Character.UNASSIGNED ->
                " ";
            default -> Character.toString(c);
        }).collect(Collectors.joining());
        return text.codePointCount(0, text.length()) > LONGEST_NAME ? shown + "…" : shown;
    }

    private static String count(long number, String unit) {
        return number == 0 ? "" : number + " " + unit + (number == 1 ? "" : "s");
    }

    private static String joined(String first, String second) {
        return second.isEmpty() ? first : first + " " + second;
    }
}
