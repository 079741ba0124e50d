package dev.pm2console.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses that people type.
class WebAddressTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://example.org, https://example.org, /, https://example.org
            HTTPS://EXAMPLE.org./a?b=c, https://example.org, /a?b=c, https://example.org/••••
            http://example.org:80/a, http://example.org, /a, http://example.org/••••
            http://example.org:8080/, http://example.org:8080, /, http://example.org:8080
            https://192.0.2.1/x, https://192.0.2.1, /x, https://192.0.2.1/••••
            https://[2001:DB8::1]:8443/x, https://[2001:db8::1]:8443, /x, https://[2001:db8::1]:8443/••••
            https://bücher.example/?t=1, https://xn--bcher-kva.example, /?t=1, https://xn--bcher-kva.example/••••
            http://localhost.:9000/, http://localhost:9000, /, http://localhost:9000
            """)
    void addressIsTakenApart(String text, String origin, String rest, String shown) {
        var address = WebAddress.parse(text);

        assertThat(address.origin()).isEqualTo(origin);
        assertThat(address.rest()).isEqualTo(rest);
        assertThat(address).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "example.org", "ftp://example.org/", "file:///etc/passwd", "gopher://127.0.0.1/", "https://",
            "https:///path", "https://user@example.org/", "https://user:secret@example.org/", "https://example.org@127.0.0.1/",
            "https://example.org/#part", "https://exa mple.org/", "https://example.org\\@127.0.0.1/", "http://2130706433/",
            "http://0x7f000001/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/", "http://127.0.0.1.5/",
            "http://0/", "http://1.2.3/", "http://256.1.1.1/", "http://01.2.3.4/", "http://[fe80::1%25eth0]/",
            "http://[::1%1]/", "http://[evil]/", "http://under_score.example/", "http://-a.example/", "http://a..b/",
            "http://example.org:0/", "http://example.org:65536/", "http://example.org:-1/", "http://example.org:80:80/",
            "http://%31%32%37.0.0.1/", "http://①②⑦.0.0.1:80x/", "javascript:alert(1)" })
    void whatIsNoUsableAddressIsRefusedWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> WebAddress.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
