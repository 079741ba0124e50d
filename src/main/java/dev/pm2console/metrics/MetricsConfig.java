package dev.pm2console.metrics;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How often is measured.
@ConfigMapping(prefix = "console.metrics")
public interface MetricsConfig {

    /// From one measurement to the next.
    @WithDefault("1s")
    Duration interval();
}
