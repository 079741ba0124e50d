package dev.pm2console.metrics;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

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

    /// The figures of one process; unknown where it was not measured.
    public Usage of(ProcessId id) {
        return processes.getOrDefault(id, Usage.UNKNOWN);
    }

    /// A process with its descendants.
    ///
    /// @param cpu    percent of one core over the last tick; empty until there were two
    /// @param memory resident bytes
    public record Usage(OptionalDouble cpu, OptionalLong memory) {

        public static final Usage UNKNOWN = new Usage(OptionalDouble.empty(), OptionalLong.empty());
    }
}
