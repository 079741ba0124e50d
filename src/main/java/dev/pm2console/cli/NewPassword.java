package dev.pm2console.cli;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import dev.pm2console.accounts.Secret;

/// Where a new password comes from. Never from an argument: those are in the process table, and in the shell's history.
@FunctionalInterface
public interface NewPassword {

    /// @param name whose it is to be
    /// @throws RuntimeException whose message says why there is none
    Secret ask(String name);

    /// Typed twice at the terminal, which does not show it; where there is no terminal, the first line of the input.
    static NewPassword typed(Optional<Console> terminal, InputStream input, PrintWriter err) {
        return name -> terminal.map(it -> twice(it, name)).orElseGet(() -> {
            err.println("Reading the password from the standard input.");
            err.flush();
            return line(input);
        });
    }

    private static Secret twice(Console terminal, String name) {
        var typed = terminal.readPassword("New password for %s: ", name);
        var repeated = typed == null ? null : terminal.readPassword("The same once more: ");
        try {
            if (repeated == null) {
                throw new RefusedException("no password was typed; nothing was changed");
            }
            if (!Arrays.equals(typed, repeated)) {
                throw new RefusedException("the two passwords are not the same; nothing was changed");
            }
            return new Secret(new String(typed));
        } finally {
            wipe(typed);
            wipe(repeated);
        }
    }

    private static void wipe(char[] typed) {
        if (typed != null) {
            Arrays.fill(typed, ' ');
        }
    }

    /// Reads to the end of the line, and not on: what follows may be somebody else's.
    private static Secret line(InputStream input) {
        final var longest = 1_000;
        var bytes = new ByteArrayOutputStream();
        try {
            for (var next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
                bytes.write(next);
                if (bytes.size() > longest) {
                    throw new RefusedException("the first line of the input is too long for a password");
                }
            }
        } catch (IOException e) {
            throw new RefusedException("the input can't be read: " + e.getMessage());
        }
        var line = bytes.toString(StandardCharsets.UTF_8);
        var password = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        if (password.isEmpty()) {
            throw new RefusedException("there is no password on the input; nothing was changed");
        }
        return new Secret(password);
    }
}
