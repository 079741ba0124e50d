package dev.pm2console.alerts;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// The hosts that may have other addresses than public ones, as `console.alerts.allowed-hosts` names them.
final class AllowedHosts {

    private final List<Host> hosts = new ArrayList<>();
    private final List<Network> networks = new ArrayList<>();

    private record Host(String name, OptionalInt port) {
    }

    /// @param entries names, `name:port`, addresses and networks
    /// @throws IllegalArgumentException if one is none of these
    AllowedHosts(List<String> entries) {
        entries.stream().map(it -> it.strip().toLowerCase(Locale.ROOT)).filter(it -> !it.isEmpty()).forEach(this::add);
    }

    /// Whether this host may have this address.
    boolean allow(WebAddress of, InetAddress address) {
        return hosts.stream().anyMatch(host -> host.name.equals(of.host())
                && (host.port.isEmpty() || host.port.getAsInt() == of.port()))
                || networks.stream().anyMatch(it -> it.contains(address));
    }

    private void add(String entry) {
        network(entry).ifPresentOrElse(networks::add, () -> {
            try {
                var address = WebAddress.parse("http://" + entry);
                var hasPort = entry.matches(".*:[0-9]+") && !entry.endsWith("]");
                if (!address.rest().equals("/") || entry.endsWith("/")) {
                    throw new IllegalArgumentException("has no path");
                }
                hosts.add(new Host(address.host(), hasPort ? OptionalInt.of(address.port()) : OptionalInt.empty()));
            } catch (IllegalArgumentException malformed) {
                throw new IllegalArgumentException("console.alerts.allowed-hosts has \"" + entry
                        + "\", which is no host, host:port, address or network such as 10.0.0.0/8", malformed);
            }
        });
    }

    private static Optional<Network> network(String entry) {
        try {
            return Optional.of(Network.parse(entry));
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }
}
