package dev.pm2console.process;

/// The signals that may be sent to a process.
public enum Signal {
    SIGUSR1,
    SIGUSR2,
    SIGHUP,
    SIGINT,
    SIGTERM,
    SIGKILL
}
