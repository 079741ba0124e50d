package dev.pm2console.logs;

/// Makes the text of one line safe to keep and to show: what a process printed may hold anything.
///
/// Of text that was rewritten with `\r` the last state that shows something is kept, as a terminal would. Colours (SGR) stay;
/// other escape sequences go; other control characters become their pictures. What is over [#LONGEST] is cut.
public final class SafeText {

    /// The bytes of a line, in UTF-8, that are kept; the mark behind a cut comes on top.
    public static final int LONGEST = 64 << 10;

    static final char ESCAPE = '\u001b';

    private SafeText() {
    }

    /// @param text one line without its `\n`; it may end with `\r`
    public static String line(String text) {
        return line(text, 0);
    }

    /// @param text      the beginning of a line
    /// @param moreBytes how many bytes of the line came behind it and were dropped; half a character at the text's end
    ///                  belongs to them and is left out
    public static String line(String text, long moreBytes) {
        var half = moreBytes > 0 && !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
        var whole = half ? text.substring(0, text.length() - 1) : text;
        return cut(isSafe(whole) ? whole : lastState(whole), moreBytes);
    }

    /// The one scan that most lines need.
    private static boolean isSafe(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isControl(c)) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!isPair(text, i)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean isControl(char c) {
        return (c < ' ' && c != '\t') || (c >= 0x7f && c < 0xa0);
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    /// What the line showed last: bars that are wiped out at the end, with blanks or by an escape, count as shown.
    private static String lastState(String text) {
        var state = "";
        for (var end = text.length(); end >= 0;) {
            var begin = text.lastIndexOf('\r', end - 1) + 1;
            var safe = cleaned(text.substring(begin, end));
            if ((begin == 0 && state.isEmpty()) || shows(safe)) {
                return safe;
            }
            state = state.isEmpty() ? safe : state;
            end = begin - 1;
        }
        return state;
    }

    /// Whether there is more than blanks and colours.
    private static boolean shows(String safe) {
        for (var i = 0; i < safe.length(); i++) {
            if (safe.charAt(i) == ESCAPE) {
                i = safe.indexOf('m', i);
            } else if (safe.charAt(i) > ' ') {
                return true;
            }
        }
        return false;
    }

    private static String cleaned(String text) {
        if (isSafe(text)) {
            return text;
        }
        var safe = new StringBuilder(text.length());
        for (var i = 0; i < text.length();) {
            var c = text.charAt(i);
            if (c == ESCAPE) {
                var end = EscapeSequence.end(text, i);
                if (end < 0) {
                    safe.append(picture(c));
                } else if (EscapeSequence.isColour(text, i, end)) {
                    safe.append(text, i, end);
                }
                i = Math.max(end, i + 1);
            } else if (Character.isSurrogate(c)) {
                var pair = isPair(text, i);
                safe.append(pair ? text.substring(i, i + 2) : "\ufffd");
                i += pair ? 2 : 1;
            } else {
                safe.append(isControl(c) ? picture(c) : c);
                i++;
            }
        }
        return safe.toString();
    }

    private static char picture(char control) {
        return control < ' ' ? (char) (0x2400 + control) : control == 0x7f ? '\u2421' : '\ufffd';
    }

    private static String cut(String safe, long moreBytes) {
        if (moreBytes == 0 && safe.length() <= LONGEST / 3) {
            return safe; // no character of a string has more than three bytes
        }
        var end = 0;
        for (var bytes = 0L; end < safe.length();) {
            bytes += bytesAt(safe, end);
            if (bytes > LONGEST) {
                break;
            }
            end += Character.isSurrogate(safe.charAt(end)) ? 2 : 1;
        }
        if (end < safe.length()) {
            var escape = safe.lastIndexOf(ESCAPE, end - 1);
            end = escape >= 0 && safe.indexOf('m', escape) >= end ? escape : end; // a colour stays whole
        }
        var more = moreBytes;
        for (var i = end; i < safe.length(); i += Character.isSurrogate(safe.charAt(i)) ? 2 : 1) {
            more += bytesAt(safe, i);
        }
        return more == 0 ? safe : safe.substring(0, end) + " … [" + more + " bytes more]";
    }

    private static int bytesAt(String safe, int at) {
        var c = safe.charAt(at);
        return c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 4 : 3;
    }
}
