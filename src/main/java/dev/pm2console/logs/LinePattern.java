package dev.pm2console.logs;

import java.util.function.Predicate;

import com.google.re2j.PatternSyntaxException;

/// What a wanted line says.
///
/// @param needle bytes that it has
/// @param test   whether its text, without colours, is one
public record LinePattern(Needle needle, Predicate<String> test) {

    /// The longest text or expression, in characters.
    public static final int LONGEST = 1_000;

    /// An expression that can't be read.
    public static final class BadExpression extends Exception {

        private static final long serialVersionUID = 1;

        BadExpression(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// Every line.
    public static LinePattern any() {
        return new LinePattern(Needle.NONE, _ -> true);
    }

    /// Lines with this text; without upper case letters in it, in any case.
    public static LinePattern text(String text) {
        var folded = text.codePoints().noneMatch(Character::isUpperCase);
        return new LinePattern(Needle.of(text, folded), folded ? line -> containsIgnoringCase(line, text)
                : line -> line.contains(text));
    }

    /// Lines with something that this expression matches. Its engine is RE2: linear, whatever the expression.
    public static LinePattern regex(String regex) throws BadExpression {
        try {
            var pattern = BoundedExpression.compile(regex);
            return new LinePattern(Needle.of(RegexLiteral.in(regex), false), line -> pattern.matcher(line).find());
        } catch (PatternSyntaxException e) {
            var part = e.getPattern() == null ? "" : e.getPattern();
            var at = part.isEmpty() ? -1 : regex.indexOf(part);
            var position = at < 0 ? regex.length() : at;
            throw new BadExpression("is no regular expression: " + e.getDescription() + " at position " + (position + 1)
                    + (part.isEmpty() ? "" : ", at `" + part + "`"), e);
        }
    }

    private static boolean containsIgnoringCase(String line, String text) {
        var last = line.length() - text.length();
        for (var i = 0; i <= last; i++) {
            if (line.regionMatches(true, i, text, 0, text.length())) {
                return true;
            }
        }
        return false;
    }
}
