package dev.pm2console.process;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// The daemon of one home, as it was seen last.
///
/// @param state       whether it can be talked to
/// @param reason      why not, in one sentence; empty while it is online
/// @param home        its `PM2_HOME`
/// @param pid         its system process
/// @param version     of PM2 that runs in it
/// @param node        version of the Node.js it runs on, without the `v`
/// @param onlineSince when it was started, as it says itself
public record DaemonStatus(
        DaemonState state,
        String reason,
        Path home,
        OptionalLong pid,
        Optional<String> version,
        Optional<String> node,
        Optional<Instant> onlineSince) {
}
