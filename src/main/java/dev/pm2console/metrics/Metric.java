package dev.pm2console.metrics;

import java.util.Arrays;
import java.util.Optional;

/// What is measured of a process with its descendants.
public enum Metric {

    /// Percent of one core.
    CPU("cpu", "%"),
    /// Resident bytes.
    MEMORY("memory", "bytes"),
    /// Bytes, where those that several processes share are divided among them.
    PSS("pss", "bytes"),
    THREADS("threads", ""),
    OPEN_FILES("openFiles", ""),
    /// Bytes read from disks.
    DISK_READ("diskRead", "bytes/s"),
    /// Bytes written to disks.
    DISK_WRITE("diskWrite", "bytes/s");

    private final String wire;
    private final String unit;

    Metric(String wire, String unit) {
        this.wire = wire;
        this.unit = unit;
    }

    /// Its name for clients, and in what is kept: `openFiles`.
    public String wire() {
        return wire;
    }

    /// Of one figure; empty where it is a plain number.
    public String unit() {
        return unit;
    }

    public static Optional<Metric> of(String wire) {
        return Arrays.stream(values()).filter(metric -> metric.wire.equals(wire)).findFirst();
    }
}
