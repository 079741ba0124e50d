package dev.pm2console.metrics;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What the whole machine uses; measured by [HostSampler]. Each figure is empty where the system does not tell it.
///
/// @param cpu         percent of all cores together, 0 to 100, since the previous sample; empty on the first
/// @param memoryUsed  bytes that are not available to new programs: `MemTotal - MemAvailable`
/// @param memoryTotal bytes of usable memory: `MemTotal`
/// @param load1       load average over one minute, 0 or more
/// @param cores       how many cores there are to use; not a whole number where a container's limit is none
/// @param diskTotal   bytes of the file system of PM2's home
/// @param diskFree    bytes of it that are left
/// @param limited     whether cores, cpu or memory are those that the console's container is limited to
public record HostUsage(
        OptionalDouble cpu,
        OptionalLong memoryUsed,
        OptionalLong memoryTotal,
        OptionalDouble load1,
        OptionalDouble cores,
        OptionalLong diskTotal,
        OptionalLong diskFree,
        boolean limited) {

    /// Of a system that tells nothing.
    public static final HostUsage UNKNOWN = new HostUsage(OptionalDouble.empty(), OptionalLong.empty(), OptionalLong.empty(),
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty(), OptionalLong.empty(), false);

    public HostUsage {
        if (cpu.isPresent() && !(cpu.getAsDouble() >= 0 && cpu.getAsDouble() <= 100)) {
            throw new IllegalArgumentException("the host's cpu is 0 to 100 percent, not " + cpu.getAsDouble());
        }
    }
}
