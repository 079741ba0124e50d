package dev.pm2console.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import io.quarkus.qute.TemplateExtension;

/// How figures are written. `figures.js` writes them in the same way. What isn't known is a dash.
@TemplateExtension
final class Figures {

    private static final String UNKNOWN = "–";
    private static final String[] UNITS = { "B", "KB", "MB", "GB", "TB" };
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ROOT);

    private Figures() {
    }

    static String percent(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.1f%%", value.getAsDouble()) : UNKNOWN;
    }

    static String decimal(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : UNKNOWN;
    }

    /// Three digits and a unit of 1024: `96.4 MB`, `1.2 GB`, `512 KB`.
    static String bytes(OptionalLong value) {
        if (value.isEmpty()) {
            return UNKNOWN;
        }
        var amount = (double) value.getAsLong();
        var unit = 0;
        while (amount >= 1000 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit > 0 && amount < 100 ? "%.1f %s" : "%.0f %s", amount, UNITS[unit]);
    }

    /// The two largest units: `12s`, `4m 10s`, `3h 12m`, `4d 2h`.
    static String duration(OptionalLong millis) {
        if (millis.isEmpty()) {
            return UNKNOWN;
        }
        var time = Duration.ofMillis(millis.getAsLong());
        if (time.toDays() > 0) {
            return time.toDays() + "d " + time.toHoursPart() + "h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + "h " + time.toMinutesPart() + "m";
        }
        return time.toMinutes() > 0 ? time.toMinutes() + "m " + time.toSecondsPart() + "s" : time.toSeconds() + "s";
    }

    /// How long something took: `386 ms`, `12.9 s`.
    static String took(long millis) {
        return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    static String number(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : UNKNOWN;
    }

    static String text(Optional<String> value) {
        return value.orElse(UNKNOWN);
    }

    static String time(Optional<Instant> value) {
        return value.map(at -> TIME.format(at.atZone(ZoneId.systemDefault()))).orElse(UNKNOWN);
    }

    /// How much of the memory is in use, in percent.
    static OptionalDouble share(OptionalLong used, OptionalLong total) {
        return used.isPresent() && total.isPresent() && total.getAsLong() > 0
                ? OptionalDouble.of(100.0 * used.getAsLong() / total.getAsLong())
                : OptionalDouble.empty();
    }
}
