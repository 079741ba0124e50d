package dev.pm2console.alerts;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/// Where alerts may go.
@ConfigMapping(prefix = "console.alerts")
public interface AlertsConfig {

    /// Hosts that may have loopback and private addresses: names, `name:port`, addresses or networks such as `10.0.0.0/8`.
    Optional<List<String>> allowedHosts();

    /// The console's address as people reach it, for links in messages.
    Optional<String> consoleUrl();
}
