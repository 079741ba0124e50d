package dev.pm2console.logs;

import java.util.Optional;
import java.util.stream.Stream;

/// How serious a line is, by what it says itself; in the order from the least to the worst.
public enum Level {
    TRACE("trace"),
    DEBUG("debug"),
    INFO("info"),
    WARN("warn"),
    ERROR("error"),
    FATAL("fatal");

    private final String wire;

    Level(String wire) {
        this.wire = wire;
    }

    /// The API's word for it.
    public String wire() {
        return wire;
    }

    /// Whether this is so serious, or worse.
    public boolean atLeast(Level other) {
        return compareTo(other) >= 0;
    }

    /// The level that the API has this word for.
    public static Optional<Level> of(String wire) {
        return Stream.of(values()).filter(level -> level.wire.equals(wire)).findFirst();
    }

    @Override
    public String toString() {
        return wire;
    }
}
