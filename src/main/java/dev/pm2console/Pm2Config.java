package dev.pm2console;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/// Which PM2 the console looks after.
@ConfigMapping(prefix = "console.pm2")
interface Pm2Config {

    /// The `PM2_HOME`; by default that of the environment, else `~/.pm2`.
    Optional<Path> home();

    /// The `pm2` command; by default the first on the `PATH`, else the one that the build installed.
    Optional<Path> command();

    /// Where the build installed a PM2.
    Optional<Path> installed();
}
