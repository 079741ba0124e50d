package dev.pm2console.storage;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/// Where the console keeps what has to outlive a restart.
@ConfigMapping(prefix = "console")
public interface StorageConfig {

    /// The directory, for this console alone; `~/.pm2-console` by default.
    Optional<Path> data();

    /// The directory that is meant.
    ///
    /// @param home the home directory of whoever runs the console
    default Path dataIn(Path home) {
        return data().orElse(home.resolve(".pm2-console"));
    }
}
