package dev.pm2console.security;

import java.nio.file.Path;
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

    /// The directory for what has to outlive a restart.
    Optional<Path> data();

    /// How browsers stay signed in.
    Session session();

    /// How browsers stay signed in.
    interface Session {
        /// Signed out after so long without a request.
        @WithDefault("12h")
        Duration idle();

        /// Signed out after so long in any case.
        @WithDefault("7d")
        Duration absolute();
    }
}
