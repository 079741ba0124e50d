package dev.pm2console;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

import org.eclipse.microprofile.config.Config;

/// Where the console that is configured answers to whoever is on the same machine.
final class OwnAddress {

    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]");
    private static final String LOOPBACK = "127.0.0.1";

    private OwnAddress() {
    }

    /// Where it tells how it is: without encryption where it answers so.
    static URI health(Config config) {
        var host = config.getValue("quarkus.http.host", String.class);
        var isPlain = config.getOptionalValue("quarkus.http.insecure-requests", String.class)
                .map(it -> it.toLowerCase(Locale.ROOT)).orElse("enabled").equals("enabled");
        var port = isPlain ? config.getValue("quarkus.http.port", Integer.class)
                : config.getOptionalValue("quarkus.http.ssl-port", Integer.class).orElse(8443);
        var reachable = EVERYWHERE.contains(host) ? LOOPBACK
                : host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create((isPlain ? "http" : "https") + "://" + reachable + ":" + port + "/q/health");
    }
}
