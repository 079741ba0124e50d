package dev.pm2console.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// What commands about log files answer; as [Results]. Sizes are in bytes.
@RegisterForReflection // written as JSON, also where no resource names the type
public final class LogResults {

    private LogResults() {
    }

    /// @param processes the largest first
    /// @param total     of all files; one that several processes write into counts once
    /// @param disk      where PM2 writes logs; empty where that can't be told
    /// @param warnSize  a process with more is warned about
    public record LogUsage(List<LogSize> processes, long total, Optional<LogDisk> disk, long warnSize, LogRotation rotation) {
    }

    /// @param out     the current file of the standard output
    /// @param error   that of the errors; 0 where it is the same one
    /// @param rotated what the two were rotated into
    public record LogSize(int id, String process, long out, long error, long rotated, int rotatedFiles, long total,
            boolean warning) {
    }

    public record LogDisk(long total, long free, boolean warning) {
    }

    /// The PM2 module that rotates logs.
    ///
    /// @param settings some of its own, as PM2 keeps them
    public record LogRotation(String module, boolean installed, boolean running, Map<String, String> settings) {
    }
}
