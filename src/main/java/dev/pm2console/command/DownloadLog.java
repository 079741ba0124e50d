package dev.pm2console.command;

import java.time.Instant;
import java.util.Optional;

import dev.pm2console.logs.LogDownload;

/// Takes the log of one process away: the current one, or what files have of a time.
///
/// @param type which output: `out`, `error`, or `combined` for both
/// @param from not before
/// @param to   before
public record DownloadLog(@ValidTarget String nameOrId, @OneOf( {
        "combined", "out", "error" }) String type, Optional<Instant> from, Optional<Instant> to)
        implements
            Command<LogDownload>{

    @Override
    public Optional<String> target() {
        return Optional.of(nameOrId);
    }
}
