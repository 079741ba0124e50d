package dev.pm2console.security;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.StartupEvent;

/// Tells the one who starts the console how to get in. The address goes to the standard output and not to the log: it is
/// a key until it was used.
@Singleton
class Welcome {

    void greet(@Observes StartupEvent started, Credentials credentials,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        var name = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        System.out.printf("%n  PM2 Console is ready. Open this address to sign in; it works once:%n%n"
                + "    http://%s:%d/setup?token=%s%n%n", name, port, credentials.setUpToken());
    }
}
