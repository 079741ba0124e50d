package dev.pm2console.logs;

/// The longest text that everything has which an expression matches, where that can be told simply.
final class RegexLiteral {

    private static final String META = ".*+?()[]{}^$|\\";

    private final String regex;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";

    private RegexLiteral(String regex) {
        this.regex = regex;
    }

    /// Empty where it can't be told.
    static String in(String regex) {
        return regex.contains("|") || regex.contains("(?") ? "" : new RegexLiteral(regex).read();
    }

    private String read() {
        for (var at = 0; at < regex.length();) {
            var c = regex.charAt(at);
            if (META.indexOf(c) < 0) {
                run.append(c);
                at++;
            } else if (c == '\\' && at + 1 < regex.length() && isPunctuation(regex.charAt(at + 1))) {
                run.append(regex.charAt(at + 1));
                at += 2;
            } else if (c == '\\' && at + 1 < regex.length() && "dDwWsSbB".indexOf(regex.charAt(at + 1)) >= 0) {
                end();
                at += 2;
            } else if (c == '?' || c == '*') {
                dropLast();
                end();
                at++;
            } else if (c == '+' || c == '.' || c == '^' || c == '$') {
                end();
                at++;
            } else {
                // groups, classes and counts: what was found before them holds, but for what a count is of
                if (c == '{') {
                    dropLast();
                }
                end();
                return longest;
            }
        }
        end();
        return longest;
    }

    private static boolean isPunctuation(char c) {
        return c < 0x80 && c > ' ' && !Character.isLetterOrDigit(c);
    }

    private void dropLast() {
        if (!run.isEmpty()) {
            run.setLength(run.offsetByCodePoints(run.length(), -1));
        }
    }

    private void end() {
        longest = run.length() > longest.length() ? run.toString() : longest;
        run.setLength(0);
    }
}
