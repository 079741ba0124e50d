package dev.pm2console.alerts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which addresses are somewhere on the internet: unicast and routed everywhere, after the registries of special addresses
/// (RFC 6890, IANA). Others lead to this machine, to its network, or to nowhere.
///
/// An object, as what is static in a native executable was made when it was built, and addresses can't be.
final class PublicAddresses {

    private static final int IPV4 = 4;
    /// An interface that is an IPv4 address (ISATAP, RFC 5214), without the bit that says universal.
    private static final byte[] ISATAP = { 0, 0, 0x5e, (byte) 0xfe };
    private static final int INTERFACE = 8;
    private static final byte UNIVERSAL = 2;

    /// What is not routed, by what it is.
    private final List<Special> special = Stream.of(
            special("of this machine", "0.0.0.0/8", "127.0.0.0/8", "::/127"),
            special("of a private network", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7",
                    "fec0::/10"),
            special("of the local link", "169.254.0.0/16", "fe80::/10"),
            special("for many at once", "224.0.0.0/4", "255.255.255.255/32", "ff00::/8"),
            special("for documentation", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"),
            special("for benchmarks", "198.18.0.0/15", "2001:2::/48"),
            special("of a tunnel", "2001::/32", "2002::/16", "192.88.99.0/24"),
            special("for a special purpose", "192.0.0.0/24", "192.52.193.0/24", "240.0.0.0/4", "2001::/23", "64:ff9b:1::/48",
                    "100::/64"))
            .flatMap(List::stream).toList();
    /// All there is of IPv6's internet so far.
    private final Network globalUnicast = Network.parse("2000::/3");
    /// Translators that have an IPv4 address in the last four bytes.
    private final List<Network> translated = Stream.of("::ffff:0:0:0/96", "64:ff9b::/96").map(Network::parse).toList();

    private record Special(Network network, String what) {
    }

    /// What it is instead, such as `of a private network`; empty for a public one.
    Optional<String> otherwise(InetAddress address) {
        if (translated.stream().anyMatch(it -> it.contains(address))) {
            return otherwise(lastFour(address));
        }
        return special.stream().filter(it -> it.network.contains(address)).map(Special::what).findFirst()
                .or(() -> Optional.of("for a special purpose")
                        .filter(_ -> address instanceof Inet6Address && !globalUnicast.contains(address)))
                .or(() -> Optional.of("of a tunnel").filter(_ -> isIsatap(address)));
    }

    private static boolean isIsatap(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length == IPV4) {
            return false;
        }
        bytes[INTERFACE] &= ~UNIVERSAL;
        return Arrays.equals(bytes, INTERFACE, INTERFACE + ISATAP.length, ISATAP, 0, ISATAP.length);
    }

    private static InetAddress lastFour(InetAddress address) {
        var bytes = address.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, bytes.length - IPV4, bytes.length));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }

    private static List<Special> special(String what, String... networks) {
        return Stream.of(networks).map(network -> new Special(Network.parse(network), what)).toList();
    }
}
