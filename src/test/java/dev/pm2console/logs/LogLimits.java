package dev.pm2console.logs;

import java.math.BigInteger;

import io.quarkus.runtime.configuration.MemorySize;

/// A configuration for tests.
public record LogLimits(MemorySize memory, MemorySize memoryPerProcess, int linesPerProcess, MemorySize warnSize, int warnFree)
        implements
            LogsConfig {

    public static LogLimits warningAt(long bytes, int percent) {
        var enough = new MemorySize(BigInteger.valueOf(1_048_576));
        return new LogLimits(enough, enough, 1_000, new MemorySize(BigInteger.valueOf(bytes)), percent);
    }
}
