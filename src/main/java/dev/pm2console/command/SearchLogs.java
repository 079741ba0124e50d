package dev.pm2console.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import dev.pm2console.logs.Level;
import dev.pm2console.logs.LogSearch;

/// Looks for lines in log files, newest first.
///
/// @param q       a text that a line has; without upper case letters in it, in any case
/// @param regex   an expression that a line matches, instead of a text
/// @param process whose; empty for all of them
/// @param level   a line says this level or a worse one
/// @param from    not before
/// @param to      before
public record SearchLogs(
        Optional<@Size(min = 1, max = 1_000, message = "has 1 to 1000 characters") String> q,
        Optional<@Size(min = 1, max = 1_000, message = "has 1 to 1000 characters") String> regex,
        @Size(max = 64, message = "has at most 64 names") List<@ValidTarget String> process,
        @OneOf( {
                "combined", "out", "error" }) String type,
        Optional<Level> level,
        Optional<Instant> from,
        Optional<Instant> to,
        @Min(value = 1, message = "is at least 1") @Max(value = 10_000, message = "is at most 10000") int limit,
        @Min(value = 0, message = "is at least 0") @Max(value = 20, message = "is at most 20") int context)
        implements
            Command<LogSearch>{

    public SearchLogs {
        process = List.copyOf(process);
    }
}
