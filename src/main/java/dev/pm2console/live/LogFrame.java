package dev.pm2console.live;

import java.util.ArrayList;
import java.util.List;

import dev.pm2console.logs.LogLine;

/// Lines as a frame of `/live/logs`, written once for all who watch the same.
///
/// @param text    the frame
/// @param lines   how many are in it
/// @param skipped how many were lost before they could be written, since the frame before
record LogFrame(String text, int lines, long skipped) {

    /// About the most characters of a frame.
    static final int LONGEST = 256 << 10;

    private static final String HEAD = "{\"type\":\"log\",\"lines\":[";
    private static final String FOOT = "],\"skipped\":";

    /// As many frames as it takes; one without lines where only some were lost; none where nothing is to tell.
    static List<LogFrame> of(List<LogLine> lines, long skipped) {
        var frames = new ArrayList<LogFrame>();
        var next = 0;
        while (next < lines.size() || (frames.isEmpty() && skipped > 0)) {
            frames.add(first(lines.subList(next, lines.size()), frames.isEmpty() ? skipped : 0));
            next += frames.getLast().lines;
        }
        return frames;
    }

    /// A frame of the first lines, as many as fit.
    static LogFrame first(List<LogLine> lines, long skipped) {
        var text = new StringBuilder(HEAD);
        var count = 0;
        for (var line : lines) {
            if (count > 0 && text.length() + line.text().length() > LONGEST) {
                break;
            }
            text.append(count++ > 0 ? "," : "");
            LineJson.write(line, text);
        }
        return new LogFrame(text.append(FOOT).append(skipped).append('}').toString(), count, skipped);
    }

    /// The frame for somebody who lost some more.
    LogFrame withLost(long lost) {
        if (lost == 0) {
            return this;
        }
        var all = skipped + lost;
        return new LogFrame(text.substring(0, text.lastIndexOf(FOOT)) + FOOT + all + '}', lines, all);
    }

    /// The lines that are lost where this frame is.
    long lost() {
        return lines + skipped;
    }
}
