package dev.pm2console.events;

import java.util.Arrays;
import java.util.Optional;

/// Who or what made it happen.
public enum Cause {
    /// The application ended by itself.
    SELF("self"),
    /// A signal from outside PM2.
    SIGNAL("signal"),
    /// Somebody asked for it, here or by the pm2 command.
    PERSON("person"),
    /// PM2's limit of memory.
    MEMORY_LIMIT("memory-limit"),
    /// PM2 saw a file change.
    WATCH("watch"),
    /// PM2's timetable.
    CRON("cron"),
    /// PM2 tries no more.
    GAVE_UP("gave-up"),
    /// Nobody told.
    UNKNOWN("unknown");

    private final String wire;

    Cause(String wire) {
        this.wire = wire;
    }

    /// The API's word for it.
    public String wire() {
        return wire;
    }

    /// The cause that the API calls so, or empty where there is none.
    public static Optional<Cause> of(String wire) {
        return Arrays.stream(values()).filter(cause -> cause.wire.equals(wire)).findFirst();
    }

    /// Whether what ended for this cause ended as nobody had planned.
    public boolean isTrouble() {
        return switch (this) {
            case SELF, SIGNAL, MEMORY_LIMIT, GAVE_UP, UNKNOWN -> true;
            case PERSON, WATCH, CRON -> false;
        };
    }

    @Override
    public String toString() {
        return wire;
    }
}
