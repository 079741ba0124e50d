package dev.pm2console.logs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/// The bytes of one file, unpacked, a part at a time. A plain file is open only while it is read. A packed one is unpacked
/// from its start, of which the last [#WINDOW] bytes are kept.
final class FileContent {

    /// The most that can be read at once.
    static final int WINDOW = 2 << 20;
    /// What is longer unpacked is not read.
    private static final long MOST_UNPACKED = 512L << 20;

    private final LogFile file;
    private byte[] window = new byte[0];
    private long windowBegin;

    FileContent(LogFile file) {
        this.file = file;
    }

    /// Where it ends.
    long size() throws IOException {
        if (!file.gzipped()) {
            return file.size();
        }
        unpack(Long.MAX_VALUE);
        return windowBegin + window.length;
    }

    /// The bytes between two places; fewer where it ends before.
    byte[] read(long from, long to) throws IOException {
        if (!file.gzipped()) {
            return readPlain(from, to);
        }
        if (from < windowBegin || to > windowBegin + window.length) {
            unpack(to);
        }
        var begin = Math.clamp(from - windowBegin, 0, window.length);
        return Arrays.copyOfRange(window, begin, Math.clamp(to - windowBegin, begin, window.length));
    }

    private byte[] readPlain(long from, long to) throws IOException {
        try (var channel = file.channel()) {
            var key = Files.readAttributes(file.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
            if (key != null && !key.equals(file.fileKey())) {
                throw new IOException(file + " is another one now");
            }
            var block = ByteBuffer.allocate((int) (to - from));
            while (block.hasRemaining() && channel.read(block, from + block.position()) >= 0) {
                // goes on until the block is full, or the file has become shorter
            }
            return Arrays.copyOf(block.array(), block.position());
        }
    }

    private void unpack(long to) throws IOException {
        var bytes = new byte[2 * WINDOW];
        var length = 0;
        var begin = 0L;
        try (var in = file.open()) {
            for (var read = 0; read >= 0 && begin + length < to; length += Math.max(0, read)) {
                if (length == bytes.length) {
                    System.arraycopy(bytes, WINDOW, bytes, 0, WINDOW);
                    length = WINDOW;
                    begin += WINDOW;
                }
                if (begin > MOST_UNPACKED) {
                    throw new IOException(file + " is longer than is unpacked");
                }
                read = in.read(bytes, length, (int) Math.min(bytes.length - length, to - begin - length));
            }
        }
        var from = Math.max(0, length - WINDOW);
        window = Arrays.copyOfRange(bytes, from, length);
        windowBegin = begin + from;
    }
}
