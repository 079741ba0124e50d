package dev.pm2console.audit;

/// Text that comes from outside, made harmless to whoever keeps it and looks at it: of a bounded length, in one line, and with
/// nothing in it that can't be seen.
final class AuditText {

    /// The most characters of what a program says of itself.
    static final int SAID = 200;
    /// The most characters of any other value.
    static final int VALUE = 1_000;

    private AuditText() {
    }

    /// Other characters are `?`; what was longer ends in `…`.
    static String plain(String text, int most) {
        var plain = text.codePoints().limit(most).map(c -> isPlain(c) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var isWhole = text.length() <= most || text.codePointCount(0, text.length()) <= most;
        return isWhole ? plain.toString()
                : plain.replace(plain.offsetByCodePoints(plain.length(), -1), plain.length(), "…")
                        .toString();
    }

    /// Seen as what it is: no line break or change of direction, nothing invisible.
    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
                false;
            default -> true;
        };
    }
}
