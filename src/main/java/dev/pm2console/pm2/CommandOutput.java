package dev.pm2console.pm2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// What a command writes, read as it comes so that it never waits for us; its beginning is kept.
final class CommandOutput {

    private static final int MOST = 256 << 10;
    private static final int CHUNK = 8 << 10;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread reader;

    /// Begins to read; the stream is closed at its end.
    CommandOutput(InputStream stream) {
        reader = Thread.ofVirtual().name("pm2-command-output").start(() -> read(stream));
    }

    /// All of it or, where its end does not come in time, what came by then: whoever was started by the command may hold
    /// the stream open.
    String text(Duration patience) throws InterruptedException {
        reader.join(patience);
        return kept.toString(StandardCharsets.UTF_8);
    }

    private void read(InputStream stream) {
        var chunk = new byte[CHUNK];
        try (stream) {
            for (var length = stream.read(chunk); length >= 0; length = stream.read(chunk)) {
                kept.write(chunk, 0, Math.min(length, MOST - kept.size()));
            }
        } catch (IOException ended) {
            // what was kept is all there will be
        }
    }
}
