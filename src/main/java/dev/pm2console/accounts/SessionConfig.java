package dev.pm2console.accounts;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How browsers stay signed in.
@ConfigMapping(prefix = "console.session")
public interface SessionConfig {

    /// Signed out after so long without a request.
    @WithDefault("12h")
    Duration idle();

    /// Signed out after so long in any case.
    @WithDefault("7d")
    Duration absolute();
}
