package dev.pm2console.process;

import java.nio.file.Path;
import java.util.Optional;

/// Where a process's output goes.
///
/// @param out      standard output
/// @param error    standard error
/// @param combined both, where the application asked for it
public record LogFiles(Optional<Path> out, Optional<Path> error, Optional<Path> combined) {

    public static final LogFiles NONE = new LogFiles(Optional.empty(), Optional.empty(), Optional.empty());
}
