package dev.pm2console.events;

import java.util.Optional;
import java.util.OptionalInt;

import dev.pm2console.process.Status;

/// How PM2 had a process in its list when something happened to it.
///
/// @param status           empty where it was not told
/// @param manually         whether PM2 said that somebody asked for it
/// @param restarts         since it was started or reset
/// @param unstableRestarts restarts in quick succession
public record Standing(Optional<Status> status, boolean manually, OptionalInt restarts, OptionalInt unstableRestarts) {

    /// Where nothing was told.
    public static final Standing UNKNOWN = new Standing(Optional.empty(), false, OptionalInt.empty(), OptionalInt.empty());
}
