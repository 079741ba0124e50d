package dev.pm2console.logs;

/// Where an escape sequence of a terminal ends (ECMA-48, chapters 5.3 to 5.6; XTerm's strings end with `BEL` too).
final class EscapeSequence {

    /// A longer title, link or picture is not taken for one.
    private static final int LONGEST_STRING = 4 << 10;
    /// A longer list of colours is not a list of colours.
    private static final int LONGEST_COLOUR = 64;

    private EscapeSequence() {
    }

    /// The index behind the sequence whose escape is at `at`; -1 where it isn't one or has no end.
    static int end(String text, int at) {
        return switch (charAt(text, at + 1)) {
            case '[' -> closed(text, run(text, run(text, at + 2, '0', '?'), ' ', '/'), '@');
            case ']', 'P', 'X', '^', '_' -> string(text, at + 2);
            default -> closed(text, run(text, at + 1, ' ', '/'), '0');
        };
    }

    /// Whether the sequence sets colours or the like (SGR).
    static boolean isColour(String text, int at, int end) {
        if (end - at < 3 || end - at > LONGEST_COLOUR || text.charAt(at + 1) != '[' || text.charAt(end - 1) != 'm') {
            return false;
        }
        for (var i = at + 2; i < end - 1; i++) {
            var c = text.charAt(i);
            if (c != ';' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static int run(String text, int from, char first, char last) {
        var at = from;
        while (charAt(text, at) >= first && charAt(text, at) <= last) {
            at++;
        }
        return at;
    }

    private static int closed(String text, int at, char first) {
        return charAt(text, at) >= first && charAt(text, at) <= '~' ? at + 1 : -1;
    }

    /// Ends at the next escape at the latest, so that many that have no end cost no more than one.
    private static int string(String text, int from) {
        var limit = Math.min(text.length(), from + LONGEST_STRING);
        for (var at = from; at < limit; at++) {
            switch (text.charAt(at)) {
                case '\u0007', '\u009c' -> {
                    return at + 1;
                }
                case SafeText.ESCAPE -> {
                    return charAt(text, at + 1) == '\\' ? at + 2 : -1;
                }
                default -> {
                    // still inside
                }
            }
        }
        return -1;
    }

    private static char charAt(String text, int at) {
        return at < text.length() ? text.charAt(at) : 0;
    }
}
