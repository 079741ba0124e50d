package dev.pm2console.command;

import java.util.List;

/// A command as a caller sent it.
///
/// @param command  what is asked for; where something could not be read, it has a placeholder
/// @param problems what could not be read or is not known: with any of these the command is refused
public record Request<R>(Command<R> command, List<Violation> problems) {

    public Request {
        problems = List.copyOf(problems);
    }

    /// A command that was not read from anything.
    public static <R> Request<R> of(Command<R> command) {
        return new Request<>(command, List.of());
    }
}
