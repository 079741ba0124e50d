package dev.pm2console.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// What the commands for history answer.
@RegisterForReflection // written as JSON, also where no resource names the type
public final class HistoryResults {

    private HistoryResults() {
    }

    public record History(List<Series> series) {
    }

    /// One metric of one process over time.
    ///
    /// @param unit   empty where it has none or nobody knows it any more
    /// @param step   milliseconds that a point stands for
    /// @param points each `[milliseconds since 1970, least, mean, greatest]`, oldest first; where nothing was measured there is
    ///               none
    public record Series(int id, String process, String metric, String unit, long step, List<List<Number>> points) {
    }

    /// The last quarter of an hour.
    ///
    /// @param step milliseconds that each figure stands for
    /// @param from when the first one begins
    public record Recent(long step, Instant from, List<Use> processes) {
    }

    /// @param cpu    mean percent of one core, oldest first; `null` where nothing was measured, and for all where it was not
    ///               asked for
    /// @param memory mean bytes, likewise
    public record Use(int id, Optional<List<Optional<Number>>> cpu, Optional<List<Optional<Number>>> memory) {
    }
}
