package dev.pm2console.events;

import java.util.Arrays;
import java.util.Optional;

/// What kind of thing happened.
public enum EventKind {
    /// What was not running runs.
    START("start"),
    /// PM2 says that it is up.
    ONLINE("online"),
    /// A system process ended.
    EXIT("exit"),
    /// It ended, and runs again.
    RESTART("restart"),
    /// It ends again and again.
    CRASH_LOOP("crash-loop"),
    /// PM2 tries no more.
    GAVE_UP("restart overlimit"),
    /// It was ended, and stays in the list.
    STOP("stop"),
    /// A new one took its place.
    RELOAD("reload"),
    /// An application has more or fewer instances.
    SCALE("scale"),
    /// It is in the list no more.
    DELETE("delete"),
    /// The daemon is gone, or does not answer.
    DAEMON_DOWN("daemon-down"),
    /// The daemon answers.
    DAEMON_UP("daemon-up"),
    /// Somebody had the console do something.
    COMMAND("command");

    private final String wire;

    EventKind(String wire) {
        this.wire = wire;
    }

    /// The API's word for it.
    public String wire() {
        return wire;
    }

    /// The kind that the API calls so, or empty where there is none.
    public static Optional<EventKind> of(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire.equals(wire)).findFirst();
    }

    @Override
    public String toString() {
        return wire;
    }
}
