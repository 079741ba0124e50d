package dev.pm2console.process;

/// How PM2 runs a script: as a child process of its own, or as a worker of Node's cluster module (which is what scaling
/// and reloading without downtime need).
public enum ExecMode {
    FORK("fork"),
    CLUSTER("cluster");

    private final String wire;

    ExecMode(String wire) {
        this.wire = wire;
    }

    /// The name that people use: `fork` or `cluster`. PM2's own records say `fork_mode` and `cluster_mode`.
    public String wire() {
        return wire;
    }

    @Override
    public String toString() {
        return wire;
    }
}
