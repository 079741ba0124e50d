package dev.pm2console.process;

/// Which of a process's two outputs.
public enum LogStream {
    OUT("out"),
    ERROR("error");

    private final String wire;

    LogStream(String wire) {
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
