package dev.pm2console.alerts;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Where a web address leads: looks its host up, once, and lets it pass only if *every* address that it has may be sent to.
/// What is connected to afterwards is one of these addresses, so that a name which changes meanwhile changes nothing.
final class Route {

    private static final int PATIENCE_SECONDS = 5;
    private static final int LOOK_UPS = 32;
    private static final int IDLE_SECONDS = 30;
    private static final int LAST_SYSTEM_PORT = 1023;
    private static final Set<Integer> WEB_PORTS = Set.of(80, 443);

    private final AllowedHosts allowed;
    private final Resolver resolver;
    private final PublicAddresses publicAddresses = new PublicAddresses();
    // a look-up may hang, and would hold the carrier of a virtual thread meanwhile
    private final ThreadPoolExecutor lookUps = new ThreadPoolExecutor(0, LOOK_UPS, IDLE_SECONDS, TimeUnit.SECONDS,
            new SynchronousQueue<>(), Thread.ofPlatform().daemon().name("alert-lookup-", 0).factory());

    Route(AllowedHosts allowed, Resolver resolver) {
        this.allowed = allowed;
        this.resolver = resolver;
    }

    /// The addresses to connect to, or why there are none.
    sealed interface Way {

        /// @param addresses at least one
        record Open(List<InetAddress> addresses) implements Way {
            public Open {
                addresses = List.copyOf(addresses);
            }
        }

        record Closed(Outcome why) implements Way {
        }
    }

    Way to(WebAddress address) {
        List<InetAddress> found;
        try {
            found = lookUps.submit(() -> resolver.addresses(address.host())).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return closed(e.getCause() instanceof UnknownHostException ? "its host has no address"
                    : "its host could not be looked up");
        } catch (TimeoutException | RejectedExecutionException e) {
            return closed("its host could not be looked up in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return closed("the console ends");
        }
        if (found.isEmpty()) {
            return closed("its host has no address");
        }
        return found.stream().map(it -> objection(address, it)).flatMap(Optional::stream).findFirst()
                .<Way> map(reason -> new Way.Closed(new Outcome.Refused(reason))).orElseGet(() -> new Way.Open(found));
    }

    void close() {
        lookUps.shutdownNow();
    }

    private Optional<String> objection(WebAddress to, InetAddress address) {
        if (allowed.allow(to, address)) {
            return Optional.empty();
        }
        return publicAddresses.otherwise(address).or(() -> Optional.of("of this machine").filter(_ -> isOurs(address)))
                .map(what -> "its host has an address " + what + ", which console.alerts.allowed-hosts does not allow")
                .or(() -> Optional.of("port " + to.port() + " is not for the web; console.alerts.allowed-hosts can allow it")
                        .filter(_ -> to.port() <= LAST_SYSTEM_PORT && !WEB_PORTS.contains(to.port())));
    }

    /// Also behind a public address there are services that are meant for this machine only.
    private static boolean isOurs(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return false;
        }
    }

    private static Way closed(String reason) {
        return new Way.Closed(new Outcome.Failed(reason));
    }
}
