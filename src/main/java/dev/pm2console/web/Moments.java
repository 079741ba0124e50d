package dev.pm2console.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.quarkus.qute.TemplateExtension;

/// How times and durations are written. `times.js` puts the reader's own time in the place of UTC.
@TemplateExtension
final class Moments {

    private static final DateTimeFormatter EXACT = utcFormat("d MMM yyyy, HH:mm:ss 'UTC'");
    private static final DateTimeFormatter MINUTES = utcFormat("d MMM yyyy, HH:mm 'UTC'");
    private static final DateTimeFormatter CLOCK = utcFormat("HH:mm:ss");
    private static final long SECOND = 1000;

    private Moments() {
    }

    /// `31 Jan 2026, 14:30:00 UTC`.
    static String utc(Instant at) {
        return EXACT.format(at);
    }

    /// `31 Jan 2026, 14:30 UTC`.
    static String utcMinutes(Instant at) {
        return MINUTES.format(at);
    }

    /// `14:30:00`.
    static String clock(Instant at) {
        return CLOCK.format(at);
    }

    /// `12 ms`, `1.4 s`.
    static String took(long millis) {
        return millis < SECOND ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / (double) SECOND);
    }

    private static DateTimeFormatter utcFormat(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
