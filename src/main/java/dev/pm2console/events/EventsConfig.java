package dev.pm2console.events;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How events are kept.
@ConfigMapping(prefix = "console.events")
public interface EventsConfig {

    /// For how long.
    @WithDefault("30d")
    Duration retention();

    /// How many are kept: of more, the oldest go first.
    @WithDefault("100000")
    int maxEntries();
}
