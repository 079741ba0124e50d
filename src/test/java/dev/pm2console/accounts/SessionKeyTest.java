package dev.pm2console.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

/// What is derived from the console's secret.
class SessionKeyTest {

    private static final String BROWSER = "a browser's secret";

    private final SessionKey key = new SessionKey(bytes(1));

    @Test
    void formTokenIsRightForItsBrowserOnly() {
        var token = key.formToken(BROWSER);

        assertThat(token).matches("[A-Za-z0-9_-]{43}").doesNotContain(BROWSER);
        assertThat(key.isFormToken(token, BROWSER)).isTrue();
        assertThat(key.isFormToken(token, BROWSER + "x")).isFalse();
        assertThat(key.isFormToken(token + "x", BROWSER)).isFalse();
        assertThat(key.isFormToken("", BROWSER)).isFalse();
        assertThat(key.isFormToken(BROWSER, BROWSER)).isFalse();
    }

    @Test
    void formTokenStaysTheSameOverARestart() {
        assertThat(new SessionKey(bytes(1)).isFormToken(key.formToken(BROWSER), BROWSER)).isTrue();
    }

    @Test
    void formTokenOfAnotherConsoleIsWrong() {
        assertThat(new SessionKey(bytes(2)).isFormToken(key.formToken(BROWSER), BROWSER)).isFalse();
    }

    @Test
    void whatIsKeptOfASessionIsNoFormToken() {
        assertThat(key.id(BROWSER)).isNotEqualTo(key.formToken(BROWSER)).isEqualTo(new SessionKey(bytes(1)).id(BROWSER))
                .isNotEqualTo(new SessionKey(bytes(2)).id(BROWSER));
    }

    private static byte[] bytes(int value) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
