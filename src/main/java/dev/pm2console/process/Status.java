package dev.pm2console.process;

import java.util.Arrays;
import java.util.Optional;

/// What PM2 says of a process, in PM2's own words.
public enum Status {
    ONLINE("online"),
    STOPPING("stopping"),
    STOPPED("stopped"),
    LAUNCHING("launching"),
    ERRORED("errored"),
    WAITING_RESTART("waiting restart"),
    ONE_LAUNCH("one-launch-status");

    private final String wire;

    Status(String wire) {
        this.wire = wire;
    }

    /// PM2's word for it.
    public String wire() {
        return wire;
    }

    /// The status that PM2 calls so, or empty where there is none.
    public static Optional<Status> of(String wire) {
        return Arrays.stream(values()).filter(status -> status.wire.equals(wire)).findFirst();
    }

    /// A process in this state has, or is about to get, a system process of its own.
    public boolean isUp() {
        return this == ONLINE || this == LAUNCHING;
    }

    @Override
    public String toString() {
        return wire;
    }
}
