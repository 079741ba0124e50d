package dev.pm2console.command;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How commands are carried out.
@ConfigMapping(prefix = "console")
public interface CommandConfig {

    /// How long PM2 may take to answer.
    @WithDefault("30s")
    Duration commandTimeout();
}
