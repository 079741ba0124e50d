package dev.pm2console.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses are on the internet.
class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = { "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
            "126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0",
            "192.0.1.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255",
            "2606:4700:4700::1111", "2a00:1450:4001:830::200e", "2001:4860:4860::8888", "2000::1", "64:ff9b::808:808",
            "::ffff:8.8.8.8" })
    void publicOnesAre(String address) throws UnknownHostException {
        assertThat(new PublicAddresses().otherwise(InetAddress.getByName(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "0.0.0.0", "0.1.2.3", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1",
            "127.255.255.255", "169.254.0.1", "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.1", "192.0.0.170",
            "192.0.2.1", "192.88.99.1", "192.168.0.1", "192.168.255.255", "198.18.0.1", "198.19.255.255", "198.51.100.1",
            "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
            "::", "::1", "::2", "::7f00:1", "::a00:1", "::ffff:0:0", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
            "::ffff:169.254.169.254", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::1", "100::1", "2001::1", "2001:0:7f00:1::", "2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::1",
            "2002:7f00:1::", "2002:a00:1::1", "2002:808:808::1", "3fff::1", "4000::1", "5f00::1", "fc00::1", "fd12:3456::1",
            "fe80::1", "fec0::1", "ff02::1", "ff0e::1", "2606:4700::5efe:127.0.0.1", "2606:4700::200:5efe:10.0.0.1" })
    void othersAreNot(String address) throws UnknownHostException {
        assertThat(new PublicAddresses().otherwise(InetAddress.getByName(address))).isPresent();
    }

    @Test
    void hostsAreAllowedByNamePortAddressAndNetwork() throws UnknownHostException {
        var allowed = new AllowedHosts(List.of("hooks.lan", "ntfy.lan:8080", "10.1.0.0/16", "192.168.1.7", "fd00::/8",
                "[fd01::5]:8443"));
        var inside = InetAddress.getByName("172.16.0.9");

        assertThat(allowed.allow(WebAddress.parse("http://hooks.lan:1234/a"), inside)).isTrue();
        assertThat(allowed.allow(WebAddress.parse("http://HOOKS.lan./a"), inside)).isTrue();
        assertThat(allowed.allow(WebAddress.parse("http://ntfy.lan:8080"), inside)).isTrue();
        assertThat(allowed.allow(WebAddress.parse("http://ntfy.lan"), inside)).isFalse();
        assertThat(allowed.allow(WebAddress.parse("http://other.lan"), inside)).isFalse();
        assertThat(allowed.allow(WebAddress.parse("http://other.lan"), InetAddress.getByName("10.1.2.3"))).isTrue();
        assertThat(allowed.allow(WebAddress.parse("http://other.lan"), InetAddress.getByName("10.2.2.3"))).isFalse();
        assertThat(allowed.allow(WebAddress.parse("http://192.168.1.7"), InetAddress.getByName("192.168.1.7"))).isTrue();
        assertThat(allowed.allow(WebAddress.parse("http://192.168.1.8"), InetAddress.getByName("192.168.1.8"))).isFalse();
        assertThat(allowed.allow(WebAddress.parse("http://x.lan"), InetAddress.getByName("fd12::1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "10.0.0.0/33", "http://a.lan", "a.lan/path", "a b", "*.lan", "10.0.0/8", "user@a.lan" })
    void entryThatIsNoneIsToldAtTheStart(String entry) {
        assertThatThrownBy(() -> new AllowedHosts(List.of(entry))).hasMessageContaining("console.alerts.allowed-hosts");
    }
}
