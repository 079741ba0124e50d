package dev.pm2console.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds what somebody may have meant who typed a name that nothing has.
final class SimilarNames {

    private static final int MOST = 5;
    private static final int LEAST_PART = 3;
    private static final int LONGEST = 200;

    private SimilarNames() {
    }

    /// The names that are most like the one that was typed, the likest first.
    static List<String> of(String typed, Collection<String> names) {
        var wanted = typed.toLowerCase(Locale.ROOT);
        return names.stream().distinct().filter(name -> isLike(wanted, name.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparing((String name) -> steps(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST).toList();
    }

    private static boolean isLike(String wanted, String name) {
        if (wanted.isEmpty() || wanted.length() > LONGEST || name.length() > LONGEST) {
            return false;
        }
        var hasPart = Math.min(wanted.length(), name.length()) >= LEAST_PART
                && (name.contains(wanted) || wanted.contains(name));
        return hasPart || steps(wanted, name) <= Math.max(1, Math.min(wanted.length(), name.length()) / 3);
    }

    /// How many letters have to be put in, taken out or replaced to make one of the other.
    private static int steps(String from, String to) {
        var row = new int[to.length() + 1];
        for (var j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= from.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.length(); j++) {
                var replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
