package dev.pm2console.alerts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// A range of addresses, such as `10.0.0.0/8` or `fc00::/7`.
record Network(InetAddress first, int bits) {

    /// @throws IllegalArgumentException if it is no such range
    static Network parse(String text) {
        var slash = text.indexOf('/');
        var address = literal(slash < 0 ? text : text.substring(0, slash));
        var most = address.getAddress().length * Byte.SIZE;
        var bits = slash < 0 ? Integer.toString(most) : text.substring(slash + 1);
        if (!bits.matches("[0-9]{1,3}") || Integer.parseInt(bits) > most) {
            throw new IllegalArgumentException("\"" + text + "\" is no network such as 10.0.0.0/8");
        }
        return new Network(address, Integer.parseInt(bits));
    }

    boolean contains(InetAddress address) {
        var ours = first.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        var whole = bits / Byte.SIZE;
        var rest = bits % Byte.SIZE;
        return Arrays.equals(ours, 0, whole, theirs, 0, whole)
                && (rest == 0 || ((ours[whole] ^ theirs[whole]) & (0xff << (Byte.SIZE - rest)) & 0xff) == 0);
    }

    private static InetAddress literal(String text) {
        try {
            var isName = !text.contains(":") && !text.matches("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
            if (isName || text.contains("%")) {
                throw new IllegalArgumentException("\"" + text + "\" is no address");
            }
            return InetAddress.getByName(text); // which asks nobody for an address that is written out
        } catch (UnknownHostException malformed) {
            throw new IllegalArgumentException("\"" + text + "\" is no address", malformed);
        }
    }
}
