package dev.pm2console.logs;

import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;

/// The name that a log file gets when it is rotated.
///
/// @param number  logrotate's `app.log.1`: the least is the newest; 0 where the name has a date
/// @param date    pm2-logrotate's `app__2026-11-27_00-00-00.log` or logrotate's `app.log-20261127`: the greatest is the newest
/// @param gzipped packed, with `.gz` at the end
record RotatedName(int number, String date, boolean gzipped) {

    static final Comparator<RotatedName> NEWEST_FIRST = Comparator.comparingInt(RotatedName::number)
            .thenComparing(Comparator.comparing(RotatedName::date).reversed());

    private static final String PACKED = ".gz";
    private static final Pattern NUMBER = Pattern.compile("\\.([0-9]{1,6})");
    private static final Pattern DATE = Pattern.compile("-([0-9]{8}(?:[-_.T]?[0-9]+)*)");
    private static final Pattern PM2_DATE = Pattern.compile("__([0-9][0-9A-Za-z_.:-]*)\\.log");
    /// pm2-logrotate cuts so many characters off a name, whatever they are.
    private static final int EXTENSION = ".log".length();

    /// What a name says, where it is one that `current` gets.
    static Optional<RotatedName> of(String current, String name) {
        var gzipped = name.endsWith(PACKED);
        var plain = gzipped ? name.substring(0, name.length() - PACKED.length()) : name;
        if (plain.startsWith(current)) {
            var rest = plain.substring(current.length());
            var number = NUMBER.matcher(rest);
            if (number.matches()) {
                return Optional.of(new RotatedName(Integer.parseInt(number.group(1)), "", gzipped));
            }
            var date = DATE.matcher(rest);
            if (date.matches()) {
                return Optional.of(new RotatedName(0, date.group(1), gzipped));
            }
        }
        var stem = stem(current);
        if (!stem.isEmpty() && plain.startsWith(stem)) {
            var date = PM2_DATE.matcher(plain.substring(stem.length()));
            if (date.matches()) {
                return Optional.of(new RotatedName(0, date.group(1), gzipped));
            }
        }
        return Optional.empty();
    }

    /// Those of many names that [#of] may know: a directory of a thousand outputs is not looked through for each of them.
    static SortedSet<String> candidates(String current, NavigableSet<String> names) {
        var prefix = stem(current).isEmpty() ? current : stem(current);
        return names.subSet(prefix, prefix + Character.MAX_VALUE);
    }

    private static String stem(String current) {
        return current.substring(0, Math.max(0, current.length() - EXTENSION));
    }
}
