package dev.pm2console.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What there is to use, and what of it is used: the machine, or the container where that has less, and the disk of PM2's
/// home. One caller.
final class MachineSampler {

    private static final long DISK_EVERY = Duration.ofSeconds(10).toNanos();
    private static final long LIMITS_EVERY = Duration.ofSeconds(10).toNanos();

    private final HostSampler host;
    private final Cgroup cgroup;
    private final Path home;
    private final int processors;

    private OptionalLong diskTotal = OptionalLong.empty();
    private OptionalLong diskFree = OptionalLong.empty();
    private OptionalLong memoryLimit = OptionalLong.empty();
    private OptionalDouble coresLimit = OptionalDouble.empty();
    private OptionalLong cpuBefore = OptionalLong.empty();
    private long sampledAt;
    private long diskAt = Long.MIN_VALUE;
    private long limitsAt = Long.MIN_VALUE;

    /// @param processors cores of the machine
    MachineSampler(HostSampler host, Cgroup cgroup, Path home, int processors) {
        this.host = host;
        this.cgroup = cgroup;
        this.home = home;
        this.processors = processors;
    }

    /// @param nowNanos the time, of a clock such as `System.nanoTime()`
    HostUsage sample(long nowNanos) {
        if (diskAt == Long.MIN_VALUE || nowNanos - diskAt >= DISK_EVERY) {
            diskAt = nowNanos;
            lookAtDisk();
        }
        var machine = host.sample();
        if (limitsAt == Long.MIN_VALUE || nowNanos - limitsAt >= LIMITS_EVERY) {
            limitsAt = nowNanos;
            memoryLimit = cgroup.memoryLimit();
            coresLimit = cgroup.cores();
        }
        var lessMemory = memoryLimit.isPresent() && memoryLimit.getAsLong() < machine.memoryTotal().orElse(Long.MAX_VALUE);
        var fewerCores = coresLimit.isPresent() && coresLimit.getAsDouble() < processors;
        return new HostUsage(
                fewerCores ? shareOfLimit(nowNanos) : machine.cpu(),
                lessMemory ? cgroup.memoryUsed() : machine.memoryUsed(),
                lessMemory ? memoryLimit : machine.memoryTotal(),
                machine.load1(),
                fewerCores ? coresLimit : OptionalDouble.of(processors),
                diskTotal, diskFree, lessMemory || fewerCores);
    }

    /// Percent of the cores that the container may use.
    private OptionalDouble shareOfLimit(long nowNanos) {
        var used = cgroup.cpuNanos();
        var before = cpuBefore;
        var passed = nowNanos - sampledAt;
        cpuBefore = used;
        sampledAt = nowNanos;
        if (used.isEmpty() || before.isEmpty() || passed <= 0) {
            return OptionalDouble.empty();
        }
        var share = 100.0 * (used.getAsLong() - before.getAsLong()) / passed / coresLimit.getAsDouble();
        return OptionalDouble.of(Math.clamp(share, 0, 100));
    }

    private void lookAtDisk() {
        try {
            var store = Files.getFileStore(existing(home));
            diskTotal = OptionalLong.of(store.getTotalSpace());
            diskFree = OptionalLong.of(store.getUsableSpace());
        } catch (IOException unknown) {
            diskTotal = OptionalLong.empty();
            diskFree = OptionalLong.empty();
        }
    }

    private static Path existing(Path path) {
        var there = path.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }
}
