package dev.pm2console.process;

/// Thrown by everything that asks the daemon for something and does not get it.
public final class DaemonException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient DaemonFailure failure;

    public DaemonException(DaemonFailure failure) {
        super(failure.message());
        this.failure = failure;
    }

    public DaemonException(DaemonFailure failure, Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    public DaemonFailure failure() {
        return failure;
    }
}
