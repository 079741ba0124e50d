package dev.pm2console.alerts;

import java.time.Instant;
import java.util.List;

import dev.pm2console.process.DaemonState;

/// What was seen at one moment.
///
/// @param at        when
/// @param daemon    whether the daemon could be talked to
/// @param processes what it runs; empty while it is away, when nothing is known of them
public record Sighting(Instant at, DaemonState daemon, List<Watched> processes) {

    public Sighting {
        processes = List.copyOf(processes);
    }
}
