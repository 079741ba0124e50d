package dev.pm2console.process;

import java.time.Instant;

/// What the daemon told of one output of a process, in the order in which it told it.
public sealed interface LogPiece permits LogChunk, LogGap {

    /// The process.
    ProcessId id();

    /// From the instance that a reload is replacing.
    boolean outgoing();

    /// The process's name.
    String name();

    /// Which output.
    LogStream stream();

    /// When the daemon read it.
    Instant at();
}
