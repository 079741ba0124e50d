package dev.pm2console.live;

import java.util.Optional;
import java.util.Set;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import dev.pm2console.logs.BoundedExpression;
import dev.pm2console.logs.Level;
import dev.pm2console.process.LogStream;
import dev.pm2console.process.Target;

/// Which lines somebody watches.
///
/// @param processes whose; empty for all of them
/// @param stream    of which output; empty for both
/// @param grep      a regular expression (RE2: its time is linear) that a line has; empty for every line
/// @param level     a line says this level or a worse one; empty for every line
public record LogsQuery(Set<Target> processes, Optional<LogStream> stream, Optional<String> grep, Optional<Level> level) {

    /// The most processes that can be named.
    public static final int MOST_PROCESSES = 64;
    /// The longest expression, in characters.
    public static final int LONGEST_GREP = 1_000;

    /// @throws IllegalArgumentException with what is wrong
    public LogsQuery {
        processes = Set.copyOf(processes);
        if (processes.size() > MOST_PROCESSES) {
            throw new IllegalArgumentException("at most " + MOST_PROCESSES + " processes can be named");
        }
        grep.ifPresent(LogsQuery::compile);
    }

    static Pattern compile(String grep) {
        if (grep.length() > LONGEST_GREP) {
            throw new IllegalArgumentException("grep has at most " + LONGEST_GREP + " characters");
        }
        try {
            return BoundedExpression.compile(grep);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("grep is no regular expression: " + e.getMessage(), e);
        }
    }
}
