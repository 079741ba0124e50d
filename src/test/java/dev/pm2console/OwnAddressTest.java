package dev.pm2console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class OwnAddressTest {

    @ParameterizedTest
    @CsvSource({
            "127.0.0.1, , http://127.0.0.1:9616/q/health",
            "0.0.0.0, enabled, http://127.0.0.1:9616/q/health",
            "::, Enabled, http://127.0.0.1:9616/q/health",
            "fe80::1, , http://[fe80::1]:9616/q/health",
            "console.example.org, , http://console.example.org:9616/q/health",
            "0.0.0.0, redirect, https://127.0.0.1:9617/q/health",
            "10.1.2.3, DISABLED, https://10.1.2.3:9617/q/health" })
    void isWhereTheConsoleAnswers(String host, String insecureRequests, String address) {
        var values = new HashMap<>(
                Map.of("quarkus.http.host", host, "quarkus.http.port", "9616", "quarkus.http.ssl-port", "9617"));
        if (insecureRequests != null) {
            values.put("quarkus.http.insecure-requests", insecureRequests);
        }
        var config = new SmallRyeConfigBuilder().withSources(new PropertiesConfigSource(values, "test", 100)).build();

        assertThat(OwnAddress.health(config)).hasToString(address);
    }
}
