package dev.pm2console.agent;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What agents may do here, whatever their token allows.
@ConfigMapping(prefix = "console.mcp")
public interface AgentConfig {

    /// Whether there are tools that change something. A viewer's token has none in any case.
    @WithDefault("true")
    boolean write();

    /// How many tools may be called a minute with one token.
    @WithDefault("600")
    @Min(1)
    @Max(1_000_000)
    int callsPerMinute();
}
