package dev.pm2console.logs;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/// Compiles regular expressions that strangers write. RE2 needs linear time, but counted repetitions in one another become a
/// program that fills the memory: how large it gets is estimated before.
public final class BoundedExpression {

    /// The most steps of a program.
    static final int MOST_STEPS = 2_000;

    private static final java.util.regex.Pattern COUNT = java.util.regex.Pattern
            .compile("\\{([0-9]{1,4})(?:(,)([0-9]{0,4}))?}");

    private final String expression;
    private int at;
    private long last;

    private BoundedExpression(String expression) {
        this.expression = expression;
    }

    /// @throws PatternSyntaxException where it is none, or one that is too large
    public static Pattern compile(String expression) {
        if (new BoundedExpression(expression).group() > MOST_STEPS) {
            throw new PatternSyntaxException("repetitions that make more than " + MOST_STEPS + " steps");
        }
        return Pattern.compile(expression);
    }

    /// The steps up to the end of a group, or of the whole.
    private long group() {
        var before = 0L;
        last = 0;
        while (at < expression.length()) {
            var character = expression.charAt(at);
            if (character == '{') {
                repeat();
                continue;
            }
            before = Math.min(before + last, Integer.MAX_VALUE);
            at++;
            last = 1;
            switch (character) {
                case '(' -> last = group() + 1;
                case ')' -> {
                    return before;
                }
                case '[' -> skipClass();
                case '\\' -> skipEscape();
                default -> {
                    // one step
                }
            }
        }
        return before + last;
    }

    private void repeat() {
        var count = COUNT.matcher(expression).region(at, expression.length());
        if (!count.lookingAt()) {
            last++;
            at++;
            return;
        }
        var most = count.group(3) == null || count.group(3).isEmpty() ? count.group(1) : count.group(3);
        last = Math.min(last * Math.max(1, Integer.parseInt(most)), Integer.MAX_VALUE);
        at = count.end();
    }

    private void skipEscape() {
        if (!expression.startsWith("Q", at)) {
            at++;
            return;
        }
        var end = expression.indexOf("\\E", at);
        var behind = end < 0 ? expression.length() : end + 2;
        last = (long) behind - at;
        at = behind;
    }

    private void skipClass() {
        at += expression.startsWith("^", at) ? 1 : 0;
        for (var first = true; at < expression.length() && (first || expression.charAt(at) != ']'); first = false) {
            var named = expression.startsWith("[:", at) ? expression.indexOf(":]", at) : -1;
            if (named >= 0) {
                at = named + 2;
            } else {
                at += expression.charAt(at) == '\\' ? 2 : 1;
            }
        }
        at++;
    }
}
