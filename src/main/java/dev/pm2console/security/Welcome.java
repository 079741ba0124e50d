package dev.pm2console.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.StartupEvent;

/// Tells the one who starts the console where it is and, where nobody is set up yet, how to get in. The address goes to the
/// standard output and not to the log: it is a key until it was used.
@Singleton
class Welcome {

    void greet(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent started, SetUp setUp, Exposure exposure,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.http.ssl-port") int sslPort) {
        var name = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        var root = exposure.isTls() ? "https://" + name + ":" + sslPort : "http://" + name + ":" + port;
        if (setUp.isOpen()) {
            System.out.printf("%n  PM2 Console is ready. Open this address to set it up; it works once:%n%n"
                    + "    %s/setup?token=%s%n%n", root, setUp.token());
        } else {
            System.out.printf("%n  PM2 Console is ready: %s%n%n", root);
        }
    }
}
