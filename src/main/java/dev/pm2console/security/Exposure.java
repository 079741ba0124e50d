package dev.pm2console.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfigurationRegistry;

/// How the console can be reached, and what is risky about it.
@Singleton
public class Exposure {

    private static final Logger LOG = Logger.getLogger(Exposure.class);
    private static final String FORWARDING = "quarkus.http.proxy.proxy-address-forwarding";
    private static final String TRUSTED = "quarkus.http.proxy.trusted-proxies";
    private static final String FORWARDED = "quarkus.http.proxy.allow-forwarded";
    private static final String X_FORWARDED = "quarkus.http.proxy.allow-x-forwarded";
    private static final String PROXY_PROTOCOL = "quarkus.http.proxy.use-proxy-protocol";
    private static final List<String> CERTIFICATES = List.of("quarkus.http.tls-configuration-name",
            "quarkus.http.ssl.certificate.files", "quarkus.http.ssl.certificate.key-store-file");

    private final String host;
    private final boolean tls;
    private final boolean plain;
    private final boolean proxied;
    private final boolean root;

    @Inject
    Exposure(Config config, TlsConfigurationRegistry certificates) {
        this(config, certificates.getDefault().filter(it -> it.getKeyStoreOptions() != null).isPresent(),
                System.getProperty("user.name"));
    }

    /// @param certificate whether `quarkus.tls` has a certificate without a name, which the server takes by itself
    /// @throws ConfigurationException if anybody could say to be anybody
    Exposure(Config config, boolean certificate, String systemUser) {
        host = config.getValue("quarkus.http.host", String.class);
        tls = certificate || CERTIFICATES.stream().anyMatch(name -> isSet(config, name));
        plain = !tls || config.getOptionalValue("quarkus.http.insecure-requests", String.class).orElse("enabled")
                .equalsIgnoreCase("enabled");
        proxied = isTrue(config, FORWARDING);
        root = "root".equals(systemUser);
        if (proxied) {
            refuseCarelessTrust(config);
        }
        if (isTrue(config, PROXY_PROTOCOL) && !isLoopback()) {
            throw new ConfigurationException(PROXY_PROTOCOL + " is on, and anybody who reaches " + host + " could say to be"
                    + " anybody: let quarkus.http.host be a loopback address, or use " + FORWARDING);
        }
    }

    /// Whether the console has a certificate of its own.
    public boolean isTls() {
        return tls;
    }

    /// Whether a proxy is declared, which says who sent a request.
    public boolean isProxied() {
        return proxied;
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
                            : "Give it a certificate, or put a proxy before it (docs/deployment.md says how)."));
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

    /// What a proxy says is believed, so it has to be known who that is, and which headers are its own.
    private static void refuseCarelessTrust(Config config) {
        var trusted = config.getOptionalValue(TRUSTED, String.class).orElse("");
        if (trusted.isBlank() || Arrays.stream(trusted.split(",", -1)).anyMatch(it -> it.strip().endsWith("/0"))) {
            throw new ConfigurationException(FORWARDING + " is on, so anybody could say to be anybody: name the proxy's address"
                    + " in " + TRUSTED);
        }
        if (isTrue(config, FORWARDED) && isTrue(config, X_FORWARDED)) {
            throw new ConfigurationException(FORWARDED + " and " + X_FORWARDED + " are both on, and the proxy sets one of them:"
                    + " clients could send the other. Turn off the one that it doesn't set");
        }
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
