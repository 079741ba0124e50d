package dev.pm2console.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import jakarta.validation.constraints.Size;

/// What processes used over some time.
///
/// @param metric such as `cpu` or `probe:Heap Size`; none means cpu and memory
/// @param from   not before
/// @param to     before
/// @param step   milliseconds that a point stands for; empty for as many points as a chart can show
public record GetHistory(
        @ValidTarget String nameOrId,
        @Size(max = 32, message = "has at most 32 names") List<String> metric,
        Optional<Instant> from,
        Optional<Instant> to,
        OptionalLong step)
        implements
            Command<HistoryResults.History> {

    public GetHistory {
        metric = List.copyOf(metric);
    }

    @Override
    public Optional<String> target() {
        return Optional.of(nameOrId);
    }
}
