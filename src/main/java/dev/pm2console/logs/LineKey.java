package dev.pm2console.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.pm2console.process.LogStream;
import dev.pm2console.process.ProcessId;

/// What a link names a line by: `1764201600000-o-3-811c9dc5`, the time, output, process and text of it.
///
/// @param atMs   the line's time in milliseconds since 1970; 0 where it has none
/// @param stream which output
/// @param id     the process
/// @param hash   FNV-1a of the text's UTF-8 bytes
public record LineKey(long atMs, LogStream stream, ProcessId id, int hash) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,15})-([oe])-([0-9]{1,9})-([0-9a-f]{8})");
    private static final int BASIS = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    /// The key of a line that was heard live.
    public static LineKey of(LogLine line) {
        return new LineKey(line.at().map(Instant::toEpochMilli).orElse(0L), line.stream(), line.id(), hash(line.text()));
    }

    /// The key that was written so; empty where the text is none.
    public static Optional<LineKey> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new LineKey(Long.parseLong(matcher.group(1)),
                        matcher.group(2).equals("o") ? LogStream.OUT : LogStream.ERROR,
                        new ProcessId(Integer.parseInt(matcher.group(3))), Integer.parseUnsignedInt(matcher.group(4), 16)))
                : Optional.empty();
    }

    /// Whether it is a line of this text and time. What was heard live has the bus's time where the line tells none.
    boolean names(String text, Optional<Instant> ownTime) {
        return hash(text) == hash && ownTime.map(time -> time.toEpochMilli() == atMs).orElse(true);
    }

    static int hash(String text) {
        var bytes = text.getBytes(UTF_8);
        return hash(bytes, 0, bytes.length);
    }

    static int hash(byte[] bytes, int from, int to) {
        var hash = BASIS;
        for (var i = from; i < to; i++) {
            hash = (hash ^ (bytes[i] & 0xff)) * PRIME;
        }
        return hash;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d-%s-%s-%08x", atMs, stream == LogStream.OUT ? "o" : "e", id, hash);
    }
}
