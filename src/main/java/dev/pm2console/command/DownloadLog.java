package dev.pm2console.command;

import java.util.Optional;

import dev.pm2console.logs.LogDownload;

/// Takes the current log of one process away.
///
/// @param type which output: `out` or `error`
public record DownloadLog(@ValidTarget String nameOrId, @OneOf( {
        "out", "error" }) String type) implements Command<LogDownload>{

    @Override
    public Optional<String> target() {
        return Optional.of(nameOrId);
    }
}
