package dev.pm2console.pm2;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A command as a person pastes it into a shell.
final class ShellLine {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_./:=@%+-]+");

    private ShellLine() {
    }

    /// The words, each quoted where a shell would make something else of it.
    static String of(List<String> words) {
        return words.stream().map(ShellLine::quote).collect(Collectors.joining(" "));
    }

    static String quote(String word) {
        return SAFE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
