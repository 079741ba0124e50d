package dev.pm2console;

import java.util.Arrays;
import java.util.List;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/// Where the executable begins: with a command it carries that out and ends, without one it is the console.
@QuarkusMain
public final class Main {

    private static final String PROPERTY = "-D";

    Main() {
    }

    public static void main(String... arguments) {
        var words = words(arguments);
        if (words.isEmpty()) {
            Quarkus.run(arguments);
        } else {
            System.exit(CommandMode.run(words));
        }
    }

    /// What is no `-Dname=value`. Those are set, wherever they stand, as a native executable does it by itself.
    private static List<String> words(String... arguments) {
        Arrays.stream(arguments).filter(it -> it.startsWith(PROPERTY)).forEach(it -> {
            var parts = it.substring(PROPERTY.length()).split("=", 2);
            System.setProperty(parts[0], parts.length == 2 ? parts[1] : "");
        });
        return Arrays.stream(arguments).filter(it -> !it.startsWith(PROPERTY)).toList();
    }
}
