package dev.pm2console.command;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/// What everybody used in the last quarter of an hour, in few figures.
///
/// @param metric `cpu`, `memory` or both; none means both
/// @param points how many figures of each process
public record RecentHistory(
        @Size(max = 2, message = "has at most 2 names") List<@OneOf( {
                "cpu", "memory" }) String> metric,
        @Min(value = 2, message = "is at least 2") @Max(value = 300, message = "is at most 300") int points)
        implements
            Command<HistoryResults.Recent>{

    public RecentHistory {
        metric = List.copyOf(metric);
    }
}
