package dev.pm2console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class ExposureTest {

    private static final String HOST = "quarkus.http.host";
    private static final String INSECURE = "quarkus.http.insecure-requests";
    private static final String FORWARDING = "quarkus.http.proxy.proxy-address-forwarding";
    private static final String TRUSTED = "quarkus.http.proxy.trusted-proxies";

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "127.0.0.2", "localhost", "::1" })
    void loopbackIsNothingToWarnOf(String host) {
        assertThat(exposure(Map.of(HOST, host)).warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "0.0.0.0", "::", "192.0.2.1", "no-such-name.invalid" })
    void listeningOnTheNetworkInTheClearIsWarnedOf(String host) {
        assertThat(exposure(Map.of(HOST, host)).warnings()).singleElement().asString()
                .startsWith("The console listens on " + host + " without encryption").contains("docs/deployment.md");
    }

    @ParameterizedTest
    @CsvSource({ "redirect", "disabled", "REDIRECT" })
    void certificateWithoutAPlainPortIsNothingToWarnOf(String insecure) {
        var exposure = new Exposure(config(Map.of(HOST, "0.0.0.0", INSECURE, insecure)), true, "deploy");

        assertThat(exposure.isTls()).isTrue();
        assertThat(exposure.warnings()).isEmpty();
    }

    @Test
    void certificateBesideAPlainPortIsWarnedOf() {
        assertThat(new Exposure(config(Map.of(HOST, "0.0.0.0")), true, "deploy").warnings()).singleElement().asString()
                .contains("It has a certificate").contains("redirect");
    }

    @ParameterizedTest
    @ValueSource(strings = { "quarkus.http.ssl.certificate.files", "quarkus.http.ssl.certificate.key-store-file",
            "quarkus.http.tls-configuration-name" })
    void certificateMayBeNamedInOtherWays(String property) {
        assertThat(exposure(Map.of(HOST, "0.0.0.0", property, "x", INSECURE, "redirect")).isTls()).isTrue();
    }

    @Test
    void declaredProxyIsNothingToWarnOf() {
        var exposure = exposure(Map.of(HOST, "0.0.0.0", FORWARDING, "true", TRUSTED, "10.0.0.1,10.1.0.0/16"));

        assertThat(exposure.isProxied()).isTrue();
        assertThat(exposure.warnings()).isEmpty();
    }

    @Test
    void proxyThatIsDeclaredButNotUsedCountsForNothing() {
        assertThat(exposure(Map.of(HOST, "0.0.0.0", TRUSTED, "10.0.0.1")).warnings()).hasSize(1);
    }

    @Test
    void runningAsRootIsWarnedOf() {
        assertThat(new Exposure(config(Map.of(HOST, "127.0.0.1")), false, "root").warnings()).singleElement().asString()
                .startsWith("The console runs as root");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "0.0.0.0/0", "::/0", "10.0.0.1, 0.0.0.0/0" })
    void forwardingThatAnybodyCanForgeIsRefused(String trusted) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> exposure(Map.of(HOST, "127.0.0.1", FORWARDING, "true", TRUSTED, trusted)))
                .withMessageContaining(FORWARDING).withMessageContaining(TRUSTED).withMessageNotContaining("\n");
    }

    @Test
    void forwardingWithoutATrustedProxyIsRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> exposure(Map.of(HOST, "127.0.0.1", FORWARDING, "true")))
                .withMessageContaining(TRUSTED);
    }

    @Test
    void twoKindsOfForwardedHeadersAreRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> exposure(Map.of(HOST, "127.0.0.1", FORWARDING, "true", TRUSTED, "127.0.0.1",
                        "quarkus.http.proxy.allow-forwarded", "true", "quarkus.http.proxy.allow-x-forwarded", "true")))
                .withMessageContaining("are both on");
    }

    @Test
    void proxyProtocolOnTheNetworkIsRefused() {
        var protocol = "quarkus.http.proxy.use-proxy-protocol";

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> exposure(Map.of(HOST, "0.0.0.0", protocol, "true"))).withMessageContaining(protocol);
        assertThat(exposure(Map.of(HOST, "127.0.0.1", protocol, "true")).warnings()).isEmpty();
    }

    private static Exposure exposure(Map<String, String> properties) {
        return new Exposure(config(properties), false, "deploy");
    }

    private static Config config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder().withSources(new PropertiesConfigSource(new HashMap<>(properties), "test", 100))
                .build();
    }
}
