package dev.pm2console.process;

import java.time.Instant;
import java.util.OptionalInt;

/// Something that happened to a process, as PM2 tells it on its bus.
///
/// @param at       when
/// @param event    PM2's word: `start`, `online`, `exit`, `restart`, `restart overlimit`, `stop`, `delete` …
/// @param id       the process; empty for one that a reload is replacing
/// @param name     its name
/// @param status   what PM2 says of it after the event
/// @param restarts since it was started or reset
/// @param exitCode of the system process that ended last
/// @param manually whether a person or program asked for it
public record ProcessEvent(
        Instant at,
        String event,
        OptionalInt id,
        String name,
        Status status,
        int restarts,
        OptionalInt exitCode,
        boolean manually) {
}
