package dev.pm2console.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

import picocli.CommandLine.TypeConversionException;

/// When a token is to end, as it was typed: after a time, or with a day.
sealed interface Expiry {

    Pattern AFTER = Pattern.compile("([1-9][0-9]{0,4})([hdw])");

    /// From when on the token is worth nothing.
    Instant from(Instant now, ZoneId zone);

    record After(Duration time) implements Expiry {
        @Override
        public Instant from(Instant now, ZoneId zone) {
            return now.plus(time);
        }
    }

    /// @param last the last day on which it works
    record With(LocalDate last) implements Expiry {
        @Override
        public Instant from(Instant now, ZoneId zone) {
            return last.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    static Expiry parse(String typed) {
        var after = AFTER.matcher(typed);
        if (after.matches()) {
            var count = Integer.parseInt(after.group(1));
            return new After(switch (after.group(2)) {
                case "h" -> Duration.ofHours(count);
                case "d" -> Duration.ofDays(count);
                default -> Duration.ofDays(7L * count);
            });
        }
        try {
            return new With(LocalDate.parse(typed));
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "'" + typed + "' is no time such as 12h, 30d or 8w, and no day such as 2030-12-31");
        }
    }
}
