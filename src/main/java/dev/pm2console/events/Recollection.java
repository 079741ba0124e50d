package dev.pm2console.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What outlives the console, so that it finds out what happened while it was away.
public interface Recollection {

    /// The highest number that an event ever had.
    long lastNumber();

    /// How every process was seen last.
    List<Seen> seen();

    /// When the daemon that was seen last had been started.
    Optional<Instant> daemonSince();

    /// Keeps how everything was seen last, in the place of what was kept before.
    void keep(List<Seen> processes, Optional<Instant> daemonSince);
}
