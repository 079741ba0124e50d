package dev.pm2console.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/// How the console can be reached, and what is risky about it.
@Singleton
public class Exposure {

    private static final Logger LOG = Logger.getLogger(Exposure.class);
    private static final String FORWARDING = "quarkus.http.proxy.proxy-address-forwarding";
    private static final String TRUSTED = "quarkus.http.proxy.trusted-proxies";

    private final String host;
    private final boolean tls;
    private final boolean plain;
    private final boolean proxied;
    private final boolean root;

    @Inject
    Exposure(Config config) {
        this(config, System.getProperty("user.name"));
    }

    Exposure(Config config, String systemUser) {
        host = config.getValue("quarkus.http.host", String.class);
        tls = List.of("quarkus.http.ssl.certificate.files", "quarkus.http.ssl.certificate.key-store-file",
                "quarkus.http.tls-configuration-name", "quarkus.tls.key-store.pem.0.cert", "quarkus.tls.key-store.p12.path",
                "quarkus.tls.key-store.jks.path").stream().anyMatch(name -> isSet(config, name));
        plain = !tls || config.getOptionalValue("quarkus.http.insecure-requests", String.class).orElse("enabled")
                .equalsIgnoreCase("enabled");
        proxied = isTrue(config, FORWARDING);
        root = "root".equals(systemUser);
        if (proxied && !isSet(config, TRUSTED)) {
            throw new ConfigurationException(FORWARDING + " is on, so anybody could say to be anybody: name the proxy's address"
                    + " in " + TRUSTED);
        }
    }

    /// Whether the console has a certificate of its own.
    public boolean isTls() {
        return tls;
    }

    /// The address it listens on.
    public String host() {
        return host;
    }

    /// What is risky, in sentences for whoever runs the console; empty where nothing is.
    public List<String> warnings() {
        var warnings = new ArrayList<String>();
        if (!isLoopback() && plain && !proxied) {
            warnings.add("The console listens on " + host + " without encryption: passwords, tokens and logs can be read on the"
                    + " network. " + (tls ? "It has a certificate: set quarkus.http.insecure-requests to redirect."
                            : "Give it a certificate, or put a proxy before it (docs/security.md says how)."));
        }
        if (root) {
            warnings.add(
                    "The console runs as root, and so does what it starts. A user of its own is safer: the one whose PM2 it"
                            + " looks after.");
        }
        return List.copyOf(warnings);
    }

    void warn(@Observes StartupEvent started) {
        warnings().forEach(LOG::warn);
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isSet(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank()).isPresent();
    }

    private static boolean isTrue(Config config, String name) {
        return config.getOptionalValue(name, Boolean.class).equals(Optional.of(true));
    }
}
