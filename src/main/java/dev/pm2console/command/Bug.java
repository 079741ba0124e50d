package dev.pm2console.command;

/// What the console itself did wrong, for its log.
public final class Bug {

    private Bug() {
    }

    /// Where it happened and what kind of failure it is, but not its message: that may quote what was sent.
    public static Throwable withoutMessage(Throwable failure) {
        var bare = new IllegalStateException(failure.getClass().getName());
        bare.setStackTrace(failure.getStackTrace());
        return bare;
    }
}
