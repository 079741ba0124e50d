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
            var start = end;
            var bytes = new byte[0];
            var breaks = 0;
            while (start > 0 && breaks <= count && end - start < maxBytes) {
                var size = (int) Math.min(Math.min(BLOCK, start), maxBytes - (end - start));
                var block = ByteBuffer.allocate(size);
                start -= size;
                readFully(channel, block, start);
                breaks += lineBreaks(block.array());
                bytes = join(block.array(), bytes);
            }
            return lines(new String(bytes, StandardCharsets.UTF_8), count, start > 0);
        }
    }

    private static Lines lines(String text, int count, boolean cut) {
        var lines = new ArrayList<>(text.lines().toList());
        if (cut && !lines.isEmpty()) {
            lines.removeFirst(); // its beginning was not read
        }
        var more = lines.size() > count;
        return new Lines(List.copyOf(more ? lines.subList(lines.size() - count, lines.size()) : lines), cut || more);
    }

    private static void readFully(FileChannel channel, ByteBuffer block, long position) throws IOException {
        while (block.hasRemaining() && channel.read(block, position + block.position()) >= 0) {
            // goes on until the block is full, or the file has become shorter
        }
    }

    private static int lineBreaks(byte[] bytes) {
        var count = 0;
        for (var b : bytes) {
            if (b == '\n') {
                count++;
            }
        }
        return count;
    }

    private static byte[] join(byte[] first, byte[] second) {
        var joined = new byte[first.length + second.length];
        System.arraycopy(first, 0, joined, 0, first.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
