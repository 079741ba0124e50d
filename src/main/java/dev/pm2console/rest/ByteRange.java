package dev.pm2console.rest;

import java.util.Optional;
import java.util.regex.Pattern;

/// A part of a file (RFC 9110, chapter 14).
///
/// @param from the first byte
/// @param to   the byte behind the last one
record ByteRange(long from, long to) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// Empty where the file has nothing of it.
    static Optional<ByteRange> parse(String header, long size) {
        var parts = ONE.matcher(header.strip());
        if (!parts.matches() || (parts.group(1).isEmpty() && parts.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (parts.group(1).isEmpty()) {
            var last = Math.min(size, Long.parseLong(parts.group(2)));
            return last == 0 ? Optional.empty() : Optional.of(new ByteRange(size - last, size));
        }
        var from = Long.parseLong(parts.group(1));
        var to = parts.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(parts.group(2)) + 1);
        return from < to ? Optional.of(new ByteRange(from, to)) : Optional.empty();
    }
}
