package dev.pm2console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class BackTest {

    @ParameterizedTest
    @ValueSource(strings = { "/", "/?q=web", "/logs", "/logs?process=name%3Aweb&type=error&grep=a+b", "/processes/id:3",
            "/processes/%40scope%2Fapp/logs?level=warn" })
    void pageOfTheConsoleIsLedBackTo(String address) {
        assertThat(Back.to(address, "/usual")).isEqualTo(address);
        assertThat(URI.create(address).getHost()).isNull();
    }

    @Test
    void longAddressIsLedBackToUpToALimit() {
        var address = "/logs?grep=" + "a%20".repeat(900);

        assertThat(Back.to(address, "/usual")).isEqualTo(address);
        assertThat(Back.to(address + "b".repeat(1_000), "/usual")).isEqualTo("/usual");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = { "https://example.org/", "//example.org", "/\\example.org", "logs", "/logs/../..", "/settings",
            "/processes/", "/processes/a/b", "/logs?a=%", "/logs?a=%zz", "/processes/%2", "/logs?a=<b>", "/logs\r\nX: y",
            "/logs?a b", "/logs#a", "javascript:alert(1)" })
    void nothingElseIs(String address) {
        assertThat(Back.to(address, "/usual")).isEqualTo("/usual");
    }
}
