package dev.pm2console.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One argument for the interpreter.
///
/// @param index where it is in the list that the caller sent
/// @param flag  its name, with its dashes
/// @param value what stands behind `=` or, where a file is to be loaded, in the next place of the list
record InterpreterArgument(int index, String flag, Optional<String> value) {

    private static final Set<String> LOAD_A_FILE = Set.of("-r", "--require", "--import");

    /// The arguments, each with its value.
    static List<InterpreterArgument> parse(List<String> args) {
        var parsed = new ArrayList<InterpreterArgument>();
        for (var i = 0; i < args.size(); i++) {
            var arg = args.get(i);
            var equals = arg.indexOf('=');
            if (equals >= 0) {
                parsed.add(new InterpreterArgument(i, arg.substring(0, equals), Optional.of(arg.substring(equals + 1))));
            } else if (LOAD_A_FILE.contains(arg) && i + 1 < args.size()) {
                parsed.add(new InterpreterArgument(i, arg, Optional.of(args.get(++i))));
            } else {
                parsed.add(new InterpreterArgument(i, arg, Optional.empty()));
            }
        }
        return parsed;
    }

    /// Whether it loads a file before the script.
    boolean loadsFile() {
        return LOAD_A_FILE.contains(flag);
    }

    /// As the interpreter is given it.
    String text() {
        return value.map(it -> flag + "=" + it).orElse(flag);
    }
}
