package dev.pm2console.command;

import java.time.Instant;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import dev.pm2console.events.EventPlace;

/// What happened, newest first.
///
/// @param process whose events, also of processes that are gone; the daemon's are for everybody
/// @param kind    `all`, or `problems` only
/// @param brief   without those that another event tells more fully
/// @param from    not before
/// @param to      before
/// @param limit   at most so many
/// @param before  where the page before ended
public record ListEvents(
        Optional<@ValidTarget String> process,
        @OneOf( {
                "all", "problems" }) String kind,
        boolean brief,
        Optional<Instant> from,
        Optional<Instant> to,
        @Min(value = 1, message = "is at least 1") @Max(value = 1_000, message = "is at most 1000") int limit,
        Optional<EventPlace> before)
        implements
            Command<EventResults.Events>{

    @Override
    public Optional<String> target() {
        return process;
    }
}
