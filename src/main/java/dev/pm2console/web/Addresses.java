package dev.pm2console.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Text as a part of an address.
final class Addresses {

    private Addresses() {
    }

    /// Between two slashes of a path.
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
