package dev.pm2console.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import dev.pm2console.process.Status;

/// What is known of one process at one moment.
///
/// @param subject          which it is
/// @param module           a module of PM2 rather than an application
/// @param status           PM2's word for its state
/// @param restarts         how often PM2 has restarted it
/// @param unstableRestarts restarts in quick succession
/// @param loopAt           when it was noticed last that it ends again and again
/// @param minUptime        how long it has to run for a restart not to count as one of these
/// @param onlineSince      when its system process was started; empty unless it is up
/// @param cpu              percent of one core, where it was measured
/// @param memory           resident bytes, where they were measured
/// @param lastLine         when it wrote its last line, where that was seen
public record Watched(
        Subject subject,
        boolean module,
        Status status,
        int restarts,
        int unstableRestarts,
        Optional<Instant> loopAt,
        Duration minUptime,
        Optional<Instant> onlineSince,
        OptionalDouble cpu,
        OptionalLong memory,
        Optional<Instant> lastLine) {
}
