package dev.pm2console.logs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Reads parts of a log file.
final class LogBytes {

    private LogBytes() {
    }

    /// Reads up to so many bytes.
    ///
    /// @return how many there were: fewer where the file has become shorter
    static int read(FileChannel channel, byte[] into, long position, int length) throws IOException {
        var buffer = ByteBuffer.wrap(into, 0, length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                break;
            }
        }
        return buffer.position();
    }
}
