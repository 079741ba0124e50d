package dev.pm2console.logs;

/// Where one output is in a stack trace of Node, Java or Python, and so whether its next line belongs to the one before.
final class StackTrace {

    private enum State {
        /// In none.
        OUTSIDE,
        /// Behind a line `    at …`.
        FRAMES,
        /// In the properties that Node prints behind the frames: `{`, `  code: 'ENOENT',`, `}`.
        PROPERTIES,
        /// Behind `Traceback`: its last line is not indented.
        PYTHON,
        /// Behind the last line of a traceback, which another one may be chained to.
        PYTHON_END,
        /// Behind the line that announces that other one.
        PYTHON_CHAIN,
        /// In the traceback of a group of exceptions, which is indented altogether.
        GROUP
    }

    private static final String TRACEBACK = "Traceback (most recent call last):";

    private State state = State.OUTSIDE;

    /// Whether the line belongs to the one before it.
    ///
    /// @param line    without PM2's stamp and without colours
    /// @param stamped whether it has a time of its own: then it doesn't
    boolean follows(String line, boolean stamped) {
        var before = state;
        state = stamped ? State.OUTSIDE : next(line);
        return !stamped && (isFrame(line) || switch (before) {
            case OUTSIDE, FRAMES -> isJavaPart(line);
            case PROPERTIES -> state == State.PROPERTIES || line.startsWith("}") || isJavaPart(line);
            case PYTHON -> state == State.PYTHON || state == State.PYTHON_END;
            case PYTHON_END -> state == State.PYTHON_END || state == State.PYTHON_CHAIN;
            case PYTHON_CHAIN -> state == State.PYTHON_CHAIN || state == State.PYTHON;
            case GROUP -> state == State.GROUP;
        });
    }

    /// Some other line came.
    void end() {
        state = State.OUTSIDE;
    }

    /// Whether the line is one that a trace begins with: an exception's name, or `Traceback`.
    static boolean isHead(String line) {
        var name = line.substring(0, line.indexOf(':') < 0 ? line.length() : line.indexOf(':'));
        return line.startsWith(TRACEBACK)
                || (isException(line) && LevelWord.isException(name));
    }

    private State next(String line) {
        if (isFrame(line)) {
            return line.endsWith("{") ? State.PROPERTIES : State.FRAMES;
        }
        if (line.startsWith(TRACEBACK)) {
            return State.PYTHON;
        }
        if (line.startsWith("  + Exception Group " + TRACEBACK)) {
            return State.GROUP;
        }
        var indented = isIndented(line);
        return switch (state) {
            case OUTSIDE -> State.OUTSIDE;
            case FRAMES -> isJavaPart(line) ? State.FRAMES : State.OUTSIDE;
            case PROPERTIES -> indented ? State.PROPERTIES : State.OUTSIDE;
            case PYTHON -> indented ? State.PYTHON : isException(line) ? State.PYTHON_END : State.OUTSIDE;
            case PYTHON_END -> line.isEmpty() ? State.PYTHON_END : isChain(line) ? State.PYTHON_CHAIN : State.OUTSIDE;
            case PYTHON_CHAIN -> line.isEmpty() ? State.PYTHON_CHAIN : State.OUTSIDE;
            case GROUP -> indented ? State.GROUP : State.OUTSIDE;
        };
    }

    /// `    at f (file.js:1:2)`, `\tat a.B.c(B.java:1)`, `    at async file:///a.js:1:2`, `    at <anonymous>`.
    private static boolean isFrame(String line) {
        var begin = indent(line);
        if (begin == 0 || !line.startsWith("at ", begin)) {
            return false;
        }
        var colon = line.lastIndexOf(':');
        return line.endsWith(")") || line.endsWith(") {") || line.endsWith("<anonymous>")
                || line.endsWith("]") // Log4j's jar
                || (colon > 0 && colon + 1 < line.length() && Character.isDigit(line.charAt(colon + 1)));
    }

    private static boolean isJavaPart(String line) {
        if (line.startsWith("Caused by: ")) {
            return true;
        }
        var begin = indent(line);
        return begin > 0 && ((line.startsWith("... ", begin) && begin + 4 < line.length()
                && Character.isDigit(line.charAt(begin + 4)))
                || line.startsWith("Caused by: ", begin) || line.startsWith("Suppressed: ", begin));
    }

    /// `ValueError: x`, `KeyboardInterrupt`, `zlib.error: x`, `java.lang.IllegalStateException: x`.
    private static boolean isException(String line) {
        var end = 0;
        var name = 0;
        while (end < line.length() && (Character.isJavaIdentifierPart(line.charAt(end)) || line.charAt(end) == '.')) {
            name = line.charAt(end) == '.' ? end + 1 : name;
            end++;
        }
        return end > name && Character.isJavaIdentifierStart(line.charAt(0))
                && (end == line.length() || line.charAt(end) == ':')
                && (name > 0 || Character.isUpperCase(line.charAt(0))) && LevelWord.level(line.substring(0, end)).isEmpty();
    }

    private static boolean isChain(String line) {
        return line.equals("During handling of the above exception, another exception occurred:")
                || line.equals("The above exception was the direct cause of the following exception:");
    }

    private static boolean isIndented(String line) {
        return indent(line) > 0;
    }

    private static int indent(String line) {
        var at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
