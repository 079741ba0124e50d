package dev.pm2console.process;

/// Whether the daemon of a home can be talked to.
public enum DaemonState {
    /// It answers.
    ONLINE("online"),
    /// No daemon listens on the home's sockets.
    DOWN("down"),
    /// Something is there, but it does not answer or does not let us in.
    UNREACHABLE("unreachable");

    private final String wire;

    DaemonState(String wire) {
        this.wire = wire;
    }

    /// The API's word for it.
    public String wire() {
        return wire;
    }

    @Override
    public String toString() {
        return wire;
    }
}
