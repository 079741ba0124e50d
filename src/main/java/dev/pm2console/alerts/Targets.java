package dev.pm2console.alerts;

import java.util.List;
import java.util.regex.Pattern;

/// Which processes a rule is about.
///
/// @param patterns names or namespaces, in which `*` stands for anything; `name:` or `namespace:` before one says which is
///                 meant. None means all processes but PM2's own modules
public record Targets(List<String> patterns) {

    /// All processes.
    public static final Targets ALL = new Targets(List.of());

    private static final String NAME = "name:";
    private static final String NAMESPACE = "namespace:";
    private static final Pattern RULE = Pattern.compile("[^\\p{Cntrl}]{1,200}");

    public Targets {
        patterns = List.copyOf(patterns);
        Bounds.check(patterns.size(), 0, Bounds.TARGETS);
    }

    /// Whether a text can be one of the patterns.
    public static boolean isPattern(String text) {
        return RULE.matcher(text).matches() && !text.isBlank();
    }

    /// Whether the process is meant.
    public boolean include(Watched process) {
        if (patterns.isEmpty()) {
            return !process.module();
        }
        return patterns.stream().anyMatch(it -> matches(it, process));
    }

    /// `all processes`, `api-*, worker`.
    public String words() {
        return patterns.isEmpty() ? "all processes" : String.join(", ", patterns);
    }

    private static boolean matches(String pattern, Watched process) {
        if (pattern.startsWith(NAME)) {
            return like(pattern.substring(NAME.length()), process.subject().name());
        }
        if (pattern.startsWith(NAMESPACE)) {
            return like(pattern.substring(NAMESPACE.length()), process.subject().namespace());
        }
        return like(pattern, process.subject().name()) || like(pattern, process.subject().namespace());
    }

    /// Takes each `*` for as little as it can be, which finds a match where there is one, in one pass and a step back.
    private static boolean like(String pattern, String text) {
        var at = 0;
        var star = -1;
        var resume = 0;
        var i = 0;
        while (i < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resume = i;
            } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(i)) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
