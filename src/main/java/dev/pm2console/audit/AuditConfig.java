package dev.pm2console.audit;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How the audit is kept.
@ConfigMapping(prefix = "console.audit")
public interface AuditConfig {

    /// For how long, a day or longer.
    @WithDefault("90d")
    Duration retention();

    /// How many entries are kept: of more, the oldest go first, but none of the last day.
    @WithDefault("1000000")
    int maxEntries();
}
