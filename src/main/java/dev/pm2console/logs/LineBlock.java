package dev.pm2console.logs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whole lines of a file, as bytes in memory.
final class LineBlock {

    /// So many lines before one are looked at to know what it says of itself: the beginning of its stack trace, a time.
    private static final int LOOK_BACK = 50;

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final String latin;
    /// Bytes of its only line that are not here.
    private final long more;
    private LineReader reader = new LineReader();
    private Optional<Instant> time = Optional.empty();
    private int readTo = -1;

    /// Told of a line that may be wanted.
    interface Candidates {
        void line(int start, int end);
    }

    /// What a line says of itself.
    ///
    /// @param at its time, or that of the line before it that has one
    record Facts(LineFacts own, Optional<Instant> at) {
    }

    LineBlock(byte[] bytes, int from, int to, long more) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.more = more;
        latin = new String(bytes, 0, to, ISO_8859_1);
    }

    /// Tells of each line that has the needle, also where there are colours in it; from the first to the last.
    void candidates(Needle needle, Candidates candidates) {
        if (needle.isNone()) {
            for (var at = from; at < to; at = end(at) + 1) {
                candidates.line(at, end(at));
            }
            return;
        }
        var form = needle.folded() ? needle.form(bytes, to) : latin;
        var hit = next(form.indexOf(needle.bytes(), from));
        var escape = next(latin.indexOf(SafeText.ESCAPE, from));
        while (hit < to || escape < to) {
            var start = start(Math.min(hit, escape));
            var end = end(start);
            if (hit < end || coloured(start, end).contains(needle.bytes())) {
                candidates.line(start, end);
            } else if (escape < end && coloured(needle, start, end)) {
                candidates.line(start, end);
            }
            hit = hit > end ? hit : next(form.indexOf(needle.bytes(), end + 1));
            escape = escape > end ? escape : next(latin.indexOf(SafeText.ESCAPE, end + 1));
        }
    }

    private boolean coloured(Needle needle, int start, int end) {
        var plain = coloured(start, end).getBytes(ISO_8859_1);
        return needle.form(plain, plain.length).contains(needle.bytes());
    }

    private String coloured(int start, int end) {
        return visible(latin.substring(start, end));
    }

    /// Without colours.
    static String visible(String line) {
        var escape = line.indexOf(SafeText.ESCAPE);
        if (escape < 0) {
            return line;
        }
        var plain = new StringBuilder(line.length());
        var at = 0;
        while (escape >= 0) {
            plain.append(line, at, escape);
            var end = EscapeSequence.end(line, escape);
            at = Math.max(end, escape + 1);
            escape = line.indexOf(SafeText.ESCAPE, at);
        }
        return plain.append(line, at, line.length()).toString();
    }

    String text(int start, int end) {
        return SafeText.line(new String(bytes, start, end - start, UTF_8), more);
    }

    /// Asked from the first to the last line.
    Facts facts(int start) {
        var first = start;
        for (var i = 0; i < LOOK_BACK && first > from && first > readTo; i++) {
            first = start(first - 1);
        }
        if (first != readTo) {
            reader = new LineReader();
            time = Optional.empty();
        }
        while (first < start) {
            var before = read(first);
            time = before.at().or(() -> time);
            first = end(first) + 1;
        }
        var own = read(start);
        time = own.at().or(() -> time);
        readTo = end(start) + 1;
        return new Facts(own, time);
    }

    private LineFacts read(int start) {
        return reader.next(text(start, end(start)));
    }

    /// The time of the first line that has one, of the first few.
    Optional<Instant> begins() {
        var at = from;
        for (var i = 0; i < LOOK_BACK && at < to; i++) {
            var own = LineReader.ownTime(text(at, end(at)));
            if (own.isPresent()) {
                return own;
            }
            at = end(at) + 1;
        }
        return Optional.empty();
    }

    /// The time of the last line that has one, of the last few.
    Optional<Instant> ends() {
        var at = to;
        for (var i = 0; i < LOOK_BACK && at > from; i++) {
            at = start(at - 1);
            var own = LineReader.ownTime(text(at, end(at)));
            if (own.isPresent()) {
                return own;
            }
        }
        return Optional.empty();
    }

    /// At most so many lines before the one that begins there, oldest first.
    List<String> before(int start, int count) {
        var lines = new ArrayList<String>();
        for (var at = start; at > from && lines.size() < count;) {
            at = start(at - 1);
            lines.addFirst(text(at, end(at)));
        }
        return lines;
    }

    /// At most so many lines from the one that begins there.
    List<String> behind(int start, int count) {
        var lines = new ArrayList<String>();
        for (var at = start; at < to && lines.size() < count; at = end(at) + 1) {
            lines.add(text(at, end(at)));
        }
        return lines;
    }

    /// Where the line begins in which, or at whose end, this is.
    private int start(int at) {
        return Math.max(from, latin.lastIndexOf('\n', at - 1) + 1);
    }

    private int end(int at) {
        return next(latin.indexOf('\n', at));
    }

    private int next(int found) {
        return found < 0 ? to : found;
    }
}
