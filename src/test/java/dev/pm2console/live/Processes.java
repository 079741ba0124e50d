package dev.pm2console.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.pm2console.process.EnvFingerprint;
import dev.pm2console.process.ExecMode;
import dev.pm2console.process.LogFiles;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Status;

/// Processes to tell about.
final class Processes {

    private Processes() {
    }

    /// Online for a minute at noon of the first of January 2026.
    static ManagedProcess online(int id, String name) {
        return new ManagedProcess(new ProcessId(id), name, "default", Status.ONLINE, OptionalLong.of(100 + id), ExecMode.FORK,
                3, 0, Optional.of(Instant.parse("2026-01-01T11:59:00Z")), Optional.empty(), Optional.empty(), false,
                Optional.empty(), Optional.empty(), OptionalInt.empty(), false, 0, 0,
                new LogFiles(Optional.empty(), Optional.empty(), Optional.empty()), Map.of(), EnvFingerprint.EMPTY, List.of(),
                List.of());
    }
}
