package dev.pm2console.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Amounts as people type them: `5m`, `1h 30m`, `90`; `500 MB`, `1.5 GB`.
final class Amounts {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,7})\\s*(s|m|h|d|sec|seconds?|min|minutes?|hours?|days?)?");
    private static final Pattern TIMES = Pattern.compile(TIME.pattern() + "(?:\\s*" + TIME.pattern() + ")?");
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?)\\s*(k|m|g|t)?(?:i?b)?");
    private static final Map<Character, Long> SECONDS = Map.of('s', 1L, 'm', 60L, 'h', 3_600L, 'd', 86_400L);
    private static final String UNITS = "kmgt";
    private static final double KILO = 1024;

    private Amounts() {
    }

    /// A time in seconds, which is what a number alone means.
    static Optional<Long> seconds(String text) {
        var parts = TIMES.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        var second = parts.group(3) == null ? 0 : Long.parseLong(parts.group(3)) * unit(parts.group(4));
        return Optional.of(Long.parseLong(parts.group(1)) * unit(parts.group(2)) + second);
    }

    /// A number of bytes; units are of 1024.
    static Optional<Long> bytes(String text) {
        var parts = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        var power = parts.group(2) == null ? 0 : UNITS.indexOf(parts.group(2)) + 1;
        return Optional.of((long) (Double.parseDouble(parts.group(1)) * Math.pow(KILO, power)));
    }

    /// `5m`, `1h 30m`, as it would be typed.
    static String typed(long seconds) {
        var text = new StringBuilder();
        var left = seconds;
        for (var unit : new char[] { 'd', 'h', 'm', 's' }) {
            var size = SECONDS.get(unit);
            if (left >= size && text.indexOf(" ") < 0) {
                text.append(text.isEmpty() ? "" : " ").append(left / size).append(unit);
                left %= size;
            }
        }
        return left > 0 ? seconds + "s" : text.isEmpty() ? "0" : text.toString();
    }

    /// `500 MB`, as it would be typed.
    static String typedBytes(long bytes) {
        var amount = (double) bytes;
        var unit = -1;
        while (amount >= KILO && amount % (KILO / 16) == 0 && unit < UNITS.length() - 1) {
            amount /= KILO;
            unit++;
        }
        var number = amount == Math.rint(amount) ? Long.toString((long) amount) : Double.toString(amount);
        return unit < 0 ? number : number + " " + Character.toUpperCase(UNITS.charAt(unit)) + "B";
    }

    private static long unit(String word) {
        return word == null ? 1 : SECONDS.get(word.charAt(0));
    }
}
