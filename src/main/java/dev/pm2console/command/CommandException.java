package dev.pm2console.command;

import java.util.List;

import dev.pm2console.process.DaemonException;

/// Carries a [Failure] to the door that asked.
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    public CommandException(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    /// What PM2 did not do, as a failure of the command.
    public CommandException(DaemonException cause) {
        super(cause.getMessage(), cause);
        this.failure = new Failure.Daemon(cause.failure());
    }

    /// One argument is wrong.
    public static CommandException invalid(String field, String message) {
        return new CommandException(new Failure.InvalidArgument(List.of(new Violation(field, message))));
    }

    public Failure failure() {
        return failure;
    }
}
