package dev.pm2console.process;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// Something happened to a process, as the daemon tells it. One restart gives several of these. An application can send
/// the like under PM2's name: nothing may be granted on its word.
///
/// @param event            PM2's word: `start`, `online`, `exit`, `restart`, `restart overlimit`, `stop`, `delete`, …
/// @param manually         somebody asked for it
/// @param at               when
/// @param id               empty for the instance that a reload is replacing, which has no number any more
/// @param name             the process's
/// @param namespace        the process's; `default` where none is told
/// @param status           at that moment; empty where none is told
/// @param restarts         since it was started or reset
/// @param unstableRestarts restarts in quick succession
/// @param onlineSince      when its system process was started
/// @param exitCode         of the last system process that ended; PM2 says 0 for one that a signal ended
public record ProcessEvent(
        String event,
        boolean manually,
        Instant at,
        Optional<ProcessId> id,
        String name,
        String namespace,
        Optional<Status> status,
        int restarts,
        int unstableRestarts,
        Optional<Instant> onlineSince,
        OptionalInt exitCode) {
}
