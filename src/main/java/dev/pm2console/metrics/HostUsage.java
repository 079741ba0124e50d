package dev.pm2console.metrics;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What the whole machine uses; measured by [HostSampler]. Each figure is empty where the system does not tell it.
///
/// @param cpu         percent of all cores together, 0 to 100, since the previous sample; empty on the first
/// @param memoryUsed  bytes that are not available to new programs: `MemTotal - MemAvailable`
/// @param memoryTotal bytes of usable memory: `MemTotal`
/// @param load1       load average over one minute, 0 or more
public record HostUsage(OptionalDouble cpu, OptionalLong memoryUsed, OptionalLong memoryTotal, OptionalDouble load1) {

    /// Of a system that tells nothing.
    public static final HostUsage UNKNOWN = new HostUsage(OptionalDouble.empty(), OptionalLong.empty(), OptionalLong.empty(),
            OptionalDouble.empty());

    public HostUsage {
        if (cpu.isPresent() && !(cpu.getAsDouble() >= 0 && cpu.getAsDouble() <= 100)) {
            throw new IllegalArgumentException("the host's cpu is 0 to 100 percent, not " + cpu.getAsDouble());
        }
    }
}
