package dev.pm2console.metrics;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;

/// What was measured in one tick of the poller.
///
/// @param at        when
/// @param host      the machine
/// @param processes one entry for each process that is up
public record MetricsSnapshot(Instant at, HostUsage host, Map<ProcessId, Usage> processes) {

    /// Before anything was measured.
    public static final MetricsSnapshot NONE = new MetricsSnapshot(Instant.EPOCH, HostUsage.UNKNOWN, Map.of());

    public MetricsSnapshot {
        processes = Map.copyOf(processes);
    }

    /// The figures of one process; unknown where it was not measured, or has another system process now.
    public Usage of(ManagedProcess process) {
        var usage = processes.getOrDefault(process.id(), Usage.UNKNOWN);
        return usage.pid.equals(process.pid()) ? usage : Usage.UNKNOWN;
    }

    /// Who told the figures.
    public enum Source {
        /// The kernel, of the process with all its descendants.
        KERNEL("kernel"),
        /// PM2's daemon, of the process alone, as this can't be seen from here.
        DAEMON("daemon");

        private final String wire;

        Source(String wire) {
            this.wire = wire;
        }

        /// Its name for clients.
        public String wire() {
            return wire;
        }
    }

    /// A process with its descendants.
    ///
    /// @param pid       the system process that was measured
    /// @param cpu       percent of one core over the last tick; empty until there were two
    /// @param memory    resident bytes
    /// @param threads   of all of them
    /// @param resources what is not measured at every tick
    /// @param measured  who told the figures; empty where nobody did
    public record Usage(
            OptionalLong pid,
            OptionalDouble cpu,
            OptionalLong memory,
            OptionalInt threads,
            ResourceUse resources,
            Optional<Source> measured) {

        public static final Usage UNKNOWN = new Usage(OptionalLong.empty(), OptionalDouble.empty(), OptionalLong.empty(),
                OptionalInt.empty(), ResourceUse.UNKNOWN, Optional.empty());
    }
}
