package dev.pm2console.alerts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a name.
@FunctionalInterface
interface Resolver {

    /// All of them, the ones to try first in front.
    List<InetAddress> addresses(String name) throws UnknownHostException;
}
