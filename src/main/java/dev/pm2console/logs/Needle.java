package dev.pm2console.logs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/// Bytes that every wanted line has. Blocks are looked through for them before anything is decoded: a byte is taken for a
/// character of Latin-1, because the JDK looks through those with vector instructions.
///
/// @param bytes  what is looked for
/// @param folded whether upper and lower case are the same, by the one bit in which ASCII letters differ; what else differs in
///               that bit is taken for the same too, so a hit has to be looked at again
record Needle(String bytes, boolean folded) {

    private static final Pattern OTHER_THAN_ASCII = Pattern.compile("[^\\x00-\\x7f]+");

    static final Needle NONE = new Needle("", false);

    /// What has to be there for this text, in any case where it is folded.
    static Needle of(String text, boolean folded) {
        var same = !folded || text.codePoints().allMatch(c -> c < 0x80
                || (Character.toLowerCase(c) == c && Character.toUpperCase(c) == c));
        var bytes = (same ? text : longestAscii(text)).getBytes(UTF_8);
        return new Needle(latin(bytes, bytes.length, folded), folded);
    }

    boolean isNone() {
        return bytes.isEmpty();
    }

    /// A block in the form in which this is looked for.
    String form(byte[] block, int length) {
        return latin(block, length, folded);
    }

    private static String latin(byte[] block, int length, boolean folded) {
        if (!folded) {
            return new String(block, 0, length, ISO_8859_1);
        }
        var copy = new byte[length];
        for (var i = 0; i < length; i++) {
            copy[i] = (byte) (block[i] | 0x20);
        }
        return new String(copy, ISO_8859_1);
    }

    private static String longestAscii(String text) {
        var longest = "";
        for (var run : OTHER_THAN_ASCII.splitAsStream(text).toList()) {
            longest = run.length() > longest.length() ? run : longest;
        }
        return longest;
    }
}
