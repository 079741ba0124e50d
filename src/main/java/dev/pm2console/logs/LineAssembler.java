package dev.pm2console.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

import dev.pm2console.process.LogChunk;
import dev.pm2console.process.LogGap;
import dev.pm2console.process.LogPiece;

/// Puts the lines of one output of one process together, from the pieces in which it comes. For one thread at a time.
///
/// What has no line end yet is kept until it comes; after some silence it counts as a line, and so does the latest state
/// of a line that is written over and over again (a progress bar). Where a piece is missing, the lines that it cuts
/// through are left out too: no line is ever made of two.
final class LineAssembler {

    /// So long what has no line end waits for it.
    static final Duration SILENCE = Duration.ofMillis(200);
    /// So often the state of a line that is written over and over again is told.
    static final Duration REWRITTEN = Duration.ofSeconds(1);

    /// From so many characters on, states that were written over are given up.
    private static final int COMPACT = 8 << 10;

    private final LineReader reader = new LineReader();
    private final StringBuilder tail = new StringBuilder();
    /// Bytes of UTF-8 that belong behind the tail, and were not kept.
    private long more;
    /// The rest of a line whose beginning is missing.
    private boolean skipping;
    private LogPiece latest;
    private Instant tailBegan = Instant.MIN;
    private Instant heard = Instant.MIN;

    /// Told what comes of it.
    interface Lines {
        /// The number of the next line.
        OptionalLong number();

        void line(LogLine line);

        /// Lines that are lost.
        void lost(LogPiece of, long lines);
    }

    /// @param first what came first
    LineAssembler(LogPiece first) {
        latest = first;
    }

    /// @param now the console's own time, for [#flush(Instant, Lines)]
    void take(LogPiece piece, Instant now, Lines lines) {
        latest = piece;
        heard = now;
        switch (piece) {
            case LogChunk chunk -> take(chunk.data(), now, lines);
            case LogGap gap -> leaveOut(gap, lines);
        }
    }

    /// What has no line end gets one, where it has waited long enough.
    void flush(Instant now, Lines lines) {
        var silent = !now.isBefore(heard.plus(SILENCE));
        if (silent || (tail.indexOf("\r") >= 0 && !now.isBefore(tailBegan.plus(REWRITTEN)))) {
            flush(lines);
        }
    }

    /// What has no line end gets one.
    void flush(Lines lines) {
        if (hasTail()) {
            var text = SafeText.line(tail.toString(), more);
            clear();
            if (!text.isBlank()) {
                lines.line(line(lines.number(), text));
            }
        }
    }

    boolean hasTail() {
        return !tail.isEmpty();
    }

    private void take(String data, Instant now, Lines lines) {
        var from = 0;
        if (skipping) {
            var end = data.indexOf('\n');
            if (end < 0) {
                return;
            }
            skipping = false;
            lines.lost(latest, 1);
            from = end + 1;
        }
        for (var end = data.indexOf('\n', from); end >= 0; end = data.indexOf('\n', from)) {
            lines.line(line(lines.number(), whole(data, from, end)));
            from = end + 1;
        }
        if (tail.isEmpty()) {
            tailBegan = now;
        }
        keep(data, from, data.length());
    }

    private String whole(String data, int from, int to) {
        if (tail.isEmpty()) {
            return SafeText.line(data.substring(from, to));
        }
        keep(data, from, to);
        var text = SafeText.line(tail.toString(), more);
        clear();
        return text;
    }

    private void keep(String data, int from, int to) {
        if (tail.length() > COMPACT) {
            tail.delete(0, Math.max(0, tail.lastIndexOf("\r", tail.length() - 2)));
        }
        var begin = from;
        var rewritten = data.lastIndexOf('\r', to - 2); // a last one may be half of a line end
        if (rewritten >= from) {
            clear();
            begin = rewritten; // with it, so that what is written over can be told from a line that grows
        }
        var room = Math.max(0, SafeText.LONGEST - tail.length());
        var end = Math.min(to, begin + room);
        if (end > begin && end < to && Character.isHighSurrogate(data.charAt(end - 1))) {
            end--;
        }
        tail.append(data, begin, end);
        more += data.substring(end, to).getBytes(UTF_8).length;
    }

    private void leaveOut(LogGap gap, Lines lines) {
        // the line that the tail begins, or that is being skipped, ends in the gap, and is counted there
        skipping = gap.open() || (gap.lines() == 0 && (skipping || hasTail()));
        clear();
        lines.lost(gap, gap.lines());
    }

    private void clear() {
        tail.setLength(0);
        more = 0;
    }

    private LogLine line(OptionalLong number, String text) {
        var facts = reader.next(text);
        return new LogLine(number, latest.id(), latest.name(), latest.stream(),
                facts.at().or(() -> Optional.of(latest.at())), facts.level(), facts.follows(), text);
    }
}
