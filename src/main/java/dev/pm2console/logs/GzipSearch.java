package dev.pm2console.logs;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;

/// Searches a gzipped file, which has to be read from its beginning: its last matches are kept, up to a limit.
record GzipSearch(LogFile file, LogQuery query, SearchProgress progress) {

    /// Characters of lines that are kept, of one file.
    private static final int MOST_TEXT = 4 << 20;

    record Lines(List<FoundLine> newestFirst, boolean truncated) {
        Lines {
            newestFirst = List.copyOf(newestFirst);
        }
    }

    Lines lines(byte[] buffer) throws IOException {
        var kept = new ArrayDeque<FoundLine>();
        var truncated = false;
        var chars = 0L;
        try (var in = file.open()) {
            var offset = 0L;
            var held = 0;
            var dropped = 0L;
            var ended = false;
            while (!ended) {
                var read = in.readNBytes(buffer, held, buffer.length - held);
                ended = held + read < buffer.length;
                progress.read(0);
                var length = held + read;
                var whole = ended ? length : lastLineEnd(buffer, length);
                if (whole == 0 && length > 0) { // a line that is longer than the buffer: its beginning is what counts
                    dropped += length - SafeText.LONGEST;
                    held = SafeText.LONGEST;
                    continue;
                }
                var firstEnd = dropped == 0 ? 0 : lineEnd(buffer, whole);
                if (dropped > 0) {
                    add(kept, new LineBlock(buffer, 0, Math.min(firstEnd, SafeText.LONGEST),
                            dropped + Math.max(0, firstEnd - SafeText.LONGEST)), offset);
                    offset += dropped;
                    dropped = 0;
                }
                var from = Math.min(whole, firstEnd == 0 ? 0 : firstEnd + 1);
                add(kept, new LineBlock(buffer, from, whole, 0), offset);
                offset += whole;
                held = length - whole;
                System.arraycopy(buffer, whole, buffer, 0, held);
                chars = kept.stream().mapToLong(GzipSearch::size).sum();
                while (kept.size() > query.limit() || chars > MOST_TEXT) {
                    chars -= size(kept.removeFirst());
                    truncated = true;
                }
            }
        }
        progress.read(file.size());
        return new Lines(List.copyOf(kept.reversed()), truncated);
    }

    private void add(ArrayDeque<FoundLine> kept, LineBlock block, long offset) {
        kept.addAll(new BlockSearch(file, query, file.modified(), query.context() > 0).search(block, offset));
    }

    private static long size(FoundLine line) {
        return line.text().length() + line.before().stream().mapToLong(String::length).sum()
                + line.after().stream().mapToLong(String::length).sum();
    }

    private static int lastLineEnd(byte[] buffer, int length) {
        var at = length;
        while (at > 0 && buffer[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private static int lineEnd(byte[] buffer, int length) {
        var at = 0;
        while (at < length && buffer[at] != '\n') {
            at++;
        }
        return at;
    }
}
