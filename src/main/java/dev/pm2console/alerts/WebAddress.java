package dev.pm2console.alerts;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/// An address on the web to send something to. Its text may be a secret, so [#toString] shows the origin only.
///
/// @param secure whether by TLS
/// @param host   lower case, international names in their ASCII form, IPv6 without brackets, without a dot at the end
/// @param port   1 to 65535
/// @param rest   path and query, beginning with `/`
public record WebAddress(boolean secure, String host, int port, String rest) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int LAST_PORT = 65_535;
    private static final Pattern NAME = Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)"
            + "(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");
    /// What some programs take for a number: `2130706433`, `0x7f.1`, `127.1`.
    private static final Pattern NUMBER_AT_END = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");
    private static final Pattern IPV4 = Pattern
            .compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]{2,45}");
    private static final int LONGEST_HOST = 253;

    /// Reads an address that somebody typed.
    ///
    /// @throws IllegalArgumentException with what is wrong with it, in words that follow "the address": none of it is quoted
    public static WebAddress parse(String text) {
        if (text.length() > Bounds.ADDRESS || text.chars().anyMatch(c -> c <= ' ' || c == 0x7f || c == '\\')) {
            throw new IllegalArgumentException("has at most " + Bounds.ADDRESS + " characters, and no blanks or backslashes");
        }
        var uri = uri(text);
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("begins with https:// or http://");
        }
        if (uri.getRawAuthority() == null || uri.getRawAuthority().contains("@")) {
            throw new IllegalArgumentException("has a host, and no user name or password before it");
        }
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException("has no part behind a #");
        }
        var secure = scheme.equals("https");
        var authority = authority(uri.getRawAuthority());
        var port = authority.port.isEmpty() ? (secure ? HTTPS : HTTP) : port(authority.port);
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new WebAddress(secure, host(authority.host), port,
                path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    }

    /// `https://example.org` or `http://[2001:db8::1]:8080`.
    public String origin() {
        return (secure ? "https://" : "http://") + authority();
    }

    /// As the `Host` header has it: with the port where that is not the usual one.
    String authority() {
        return (host.contains(":") ? "[" + host + "]" : host) + (port == (secure ? HTTPS : HTTP) ? "" : ":" + port);
    }

    /// The whole address: a secret.
    String text() {
        return origin() + rest;
    }

    /// What anybody may see of it.
    public String shown() {
        return origin() + (rest.equals("/") ? "" : "/••••");
    }

    @Override
    public String toString() {
        return shown();
    }

    private record Authority(String host, String port) {
    }

    private static Authority authority(String text) {
        var bracket = text.lastIndexOf(']');
        var colon = text.indexOf(':', Math.max(0, bracket));
        return colon < 0 ? new Authority(text, "") : new Authority(text.substring(0, colon), text.substring(colon + 1));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("is a web address such as https://example.org/hook", malformed);
        }
    }

    private static String host(String written) {
        if (written.startsWith("[")) {
            var inside = written.substring(1, written.length() - 1).toLowerCase(Locale.ROOT);
            if (!IPV6.matcher(inside).matches()) {
                throw new IllegalArgumentException("has no usable IPv6 address; one without a zone is needed");
            }
            return inside;
        }
        String name;
        try {
            name = IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("has no host name that can be used", malformed);
        }
        name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (IPV4.matcher(name).matches()) {
            return name;
        }
        if (NUMBER_AT_END.matcher(name).matches()) {
            throw new IllegalArgumentException("has its numbers written in another way than 192.0.2.1");
        }
        if (name.length() > LONGEST_HOST || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("has no host name that can be used");
        }
        return name;
    }

    private static int port(String text) {
        var port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("has a port from 1 to " + LAST_PORT);
        }
        return port;
    }
}
