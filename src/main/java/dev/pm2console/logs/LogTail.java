package dev.pm2console.logs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Reads the last lines of a file, from its end backwards, without reading the rest.
final class LogTail {

    private static final int BLOCK = 64 * 1024;

    private LogTail() {
    }

    /// The last lines of a file, oldest first, each without its line end.
    ///
    /// @param cut whether the file has more than what is here
    record Lines(List<String> lines, boolean cut) {
    }

    /// Reads at most `count` lines and at most `maxBytes` bytes. A file that is missing, that can't be read or that is not
    /// a regular file has no lines.
    static Lines read(Path file, int count, int maxBytes) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return new Lines(List.of(), false);
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var end = channel.size();
            var start = begin(channel, end, count, maxBytes);
            var text = ByteBuffer.allocate((int) (end - start));
            readFully(channel, text, start);
            return lines(new String(text.array(), 0, text.position(), StandardCharsets.UTF_8), count, start > 0);
        }
    }

    /// Where to begin to read so many lines, or as many as the limit lets.
    private static long begin(FileChannel channel, long end, int count, int maxBytes) throws IOException {
        var start = end;
        var breaks = 0;
        while (start > 0 && breaks <= count && end - start < maxBytes) {
            var block = ByteBuffer.allocate((int) Math.min(Math.min(BLOCK, start), maxBytes - (end - start)));
            start -= block.capacity();
            readFully(channel, block, start);
            for (var b : block.array()) {
                breaks += b == '\n' ? 1 : 0;
            }
        }
        return start;
    }

    private static Lines lines(String text, int count, boolean cut) {
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast(); // the file ends with a line end
        }
        if (cut && !lines.isEmpty()) {
            lines.removeFirst(); // its beginning was not read
        }
        var more = lines.size() > count;
        var last = more ? lines.subList(lines.size() - count, lines.size()) : lines;
        return new Lines(last.stream().map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line).toList(),
                cut || more);
    }

    private static void readFully(FileChannel channel, ByteBuffer block, long position) throws IOException {
        while (block.hasRemaining() && channel.read(block, position + block.position()) >= 0) {
            // goes on until the block is full, or the file has become shorter
        }
    }
}
