package dev.pm2console.web;

import java.util.Locale;
import java.util.function.Predicate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import dev.pm2console.command.CommandException;
import dev.pm2console.logs.BoundedExpression;

/// What the text filter means: a text, in any case where it has no capital; between slashes, a regular expression (RE2).
/// `filter.js` of the log view reads it in the same way.
final class LineText {

    private static final int LONGEST = 500;

    private LineText() {
    }

    /// @param typed what was typed; everything has the empty text
    static Predicate<String> of(String typed) {
        if (typed.length() > LONGEST) {
            throw CommandException.invalid("grep", "has at most " + LONGEST + " characters");
        }
        try {
            var isExpression = typed.length() > 2 && typed.startsWith("/") && typed.endsWith("/");
            var anyCase = typed.equals(typed.toLowerCase(Locale.ROOT)) && !isExpression;
            var pattern = BoundedExpression.compile(isExpression ? typed.substring(1, typed.length() - 1)
                    : (anyCase ? "(?i)" : "") + Pattern.quote(typed));
            return text -> pattern.matcher(text).find();
        } catch (PatternSyntaxException e) {
            throw CommandException.invalid("grep", "is no regular expression: " + e.getMessage());
        }
    }
}
