package dev.pm2console.metrics.history;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How the history of processes is kept.
@ConfigMapping(prefix = "console.history")
public interface HistoryConfig {

    /// Whether it is kept at all.
    @WithDefault("true")
    boolean enabled();

    /// For how long figures of a minute each are kept.
    @WithDefault("14d")
    Duration retention();

    /// How much room it may take in the database: of more, the oldest of processes that are gone goes first.
    @WithDefault("1G")
    MemorySize maxBytes();
}
