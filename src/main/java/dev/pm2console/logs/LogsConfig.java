package dev.pm2console.logs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much of the logs is kept in memory, and when their files are too big.
@ConfigMapping(prefix = "console.logs")
public interface LogsConfig {

    /// For the last lines of all processes together.
    @WithDefault("64M")
    MemorySize memory();

    /// For the last lines of one process.
    @WithDefault("8M")
    MemorySize memoryPerProcess();

    /// How many lines of one process are kept in memory.
    @WithDefault("20000")
    @Min(1)
    int linesPerProcess();

    /// A process whose log files are larger together is warned about.
    @WithDefault("512M")
    MemorySize warnSize();

    /// A disk with less free space is warned about: percent.
    @WithDefault("10")
    @Min(0)
    @Max(100)
    int warnFree();
}
