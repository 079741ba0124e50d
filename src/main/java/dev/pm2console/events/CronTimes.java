package dev.pm2console.events;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Whether a time is one of a timetable's, as PM2 reads it: five or six fields, of which the first of six are seconds.
final class CronTimes {

    private static final Map<String, String> NICKNAMES = Map.of("@yearly", "0 0 1 1 *", "@annually", "0 0 1 1 *", "@monthly",
            "0 0 1 * *", "@weekly", "0 0 * * 0", "@daily", "0 0 * * *", "@hourly", "0 * * * *");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final List<String> MONTHS = List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec");
    /// So much later than planned PM2 may begin.
    private static final int LATE_SECONDS = 2;
    private static final int WITH_SECONDS = 6;

    private CronTimes() {
    }

    /// Whether a time of the timetable has just come. Of what can't be read here every time may be one.
    static boolean isDue(String expression, Instant at, ZoneId zone) {
        var text = expression.strip().toLowerCase(Locale.ROOT);
        var fields = NICKNAMES.getOrDefault(text, text).split("\\s+", -1);
        if (fields.length != WITH_SECONDS && fields.length != WITH_SECONDS - 1) {
            return true;
        }
        for (var late = 0; late <= LATE_SECONDS; late++) {
            if (matches(fields, at.plusMillis(100).minusSeconds(late).atZone(zone))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String[] fields, ZonedDateTime time) {
        var first = fields.length - (WITH_SECONDS - 1);
        var second = first == 0 ? "0" : fields[0];
        var dayOfMonth = fields[first + 2];
        var dayOfWeek = fields[first + 4];
        var isDay = allows(dayOfMonth, time.getDayOfMonth(), List.of());
        var isWeekday = allows(dayOfWeek, time.getDayOfWeek().getValue() % 7, DAYS)
                || allows(dayOfWeek, time.getDayOfWeek().getValue(), DAYS);
        // where both are restricted, either will do
        var isOneFree = dayOfMonth.startsWith("*") || dayOfWeek.startsWith("*");
        var isRightDay = (isDay && isWeekday) || (!isOneFree && (isDay || isWeekday));
        return allows(second, time.getSecond(), List.of()) && allows(fields[first], time.getMinute(), List.of())
                && allows(fields[first + 1], time.getHour(), List.of())
                && allows(fields[first + 3], time.getMonthValue(), MONTHS) && isRightDay;
    }

    private static boolean allows(String field, int value, List<String> names) {
        for (var part : field.split(",", -1)) {
            if (allowsPart(part, value, names)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allowsPart(String part, int value, List<String> names) {
        try {
            var slash = part.indexOf('/');
            var range = slash < 0 ? part : part.substring(0, slash);
            var step = slash < 0 ? 1 : Integer.parseInt(part.substring(slash + 1));
            var dash = range.indexOf('-');
            var isEvery = range.equals("*") || range.equals("?") || range.isEmpty();
            var from = isEvery ? 0 : number(dash < 0 ? range : range.substring(0, dash), names);
            var to = isEvery || (dash < 0 && slash >= 0) ? Integer.MAX_VALUE
                    : dash < 0 ? from : number(range.substring(dash + 1), names);
            return step > 0 && value >= from && value <= to && (value - from) % step == 0;
        } catch (NumberFormatException notPlain) {
            return true;
        }
    }

    private static int number(String text, List<String> names) {
        var name = names.indexOf(text);
        return name >= 0 && !text.isEmpty() ? name : Integer.parseInt(text);
    }
}
