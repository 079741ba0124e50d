package dev.pm2console.events;

/// Text that comes from outside, made harmless to whoever keeps it and looks at it: in one line, of a bounded length, and with
/// nothing in it that can't be seen.
final class PlainLine {

    private static final char ESCAPE = '\u001b';

    private PlainLine() {
    }

    /// Colours are left out, other characters that can't be seen are `?`; what was longer ends in `…`.
    static String of(String text, int most) {
        var plain = new StringBuilder(Math.min(text.length(), most));
        var count = 0;
        for (var i = 0; i < text.length();) {
            var c = text.codePointAt(i);
            if (c == ESCAPE) {
                i = behindEscape(text, i);
                continue;
            }
            if (count == most) {
                return plain.deleteCharAt(plain.length() - 1).append('…').toString();
            }
            plain.appendCodePoint(c == '\t' ? ' ' : isPlain(c) ? c : '?');
            count++;
            i += Character.charCount(c);
        }
        return plain.toString();
    }

    private static int behindEscape(String text, int at) {
        var end = at + 1;
        if (end < text.length() && text.charAt(end) == '[') {
            end++;
            while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == ';')) {
                end++;
            }
            return Math.min(end + 1, text.length());
        }
        return end;
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
                false;
            default -> true;
        };
    }
}
