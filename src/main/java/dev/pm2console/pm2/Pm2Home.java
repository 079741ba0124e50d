package dev.pm2console.pm2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// The directory that one PM2 daemon lives in (`PM2_HOME`), and where things are in it.
record Pm2Home(Path directory) {

    Pm2Home {
        directory = directory.toAbsolutePath().normalize();
    }

    /// Where calls go.
    Path rpcSocket() {
        return directory.resolve("rpc.sock");
    }

    /// Where events and log lines come from.
    Path pubSocket() {
        return directory.resolve("pub.sock");
    }

    /// The saved list; it holds complete environments.
    Path dump() {
        return directory.resolve("dump.pm2");
    }

    /// The saved list before the last one.
    Path dumpBackup() {
        return directory.resolve("dump.pm2.bak");
    }

    /// The daemon's system process as it wrote it down itself; empty where it did not, or where it is gone.
    OptionalLong pid() {
        try {
            var pid = Long.parseLong(Files.readString(directory.resolve("pm2.pid")).strip());
            return ProcessHandle.of(pid).isPresent() ? OptionalLong.of(pid) : OptionalLong.empty();
        } catch (IOException | NumberFormatException absent) {
            return OptionalLong.empty();
        }
    }
}
