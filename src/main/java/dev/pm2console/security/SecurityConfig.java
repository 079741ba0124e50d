package dev.pm2console.security;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Who may come in, and from where.
@ConfigMapping(prefix = "console")
public interface SecurityConfig {

    /// Origins of pages on other hosts that may call the console, such as `https://status.example.org`.
    Optional<List<String>> allowedOrigins();

    /// Names that the console may be called by, besides `localhost` and addresses.
    Optional<List<String>> allowedHosts();

    /// An administrator's bearer token (`CONSOLE_ADMIN_TOKEN`), at least 32 characters.
    Optional<String> adminToken();

    /// How long requests that change something may go on when the console was asked to stop.
    @WithDefault("30s")
    Duration stopTimeout();
}
