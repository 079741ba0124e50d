package dev.pm2console.logs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// The current file of one output byte by byte, as it was when it was asked for; nothing where there is none.
public final class FileDownload implements LogDownload {

    private final String process;
    private final Optional<LogFile> file;

    FileDownload(String process, Optional<LogFile> file) {
        this.process = process;
        this.file = file;
    }

    @Override
    public String process() {
        return process;
    }

    /// Bytes, as long as it stays as it was.
    public long size() {
        return file.map(LogFile::size).orElse(0L);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        write(out, 0, size());
    }

    /// Writes a part of it.
    ///
    /// @param from the first byte
    /// @param to   the byte behind the last one
    public void write(OutputStream out, long from, long to) throws IOException {
        if (file.isPresent() && from < to) {
            try (var in = file.get().open()) {
                in.skipNBytes(from);
                copy(in, out, to - from);
            }
        }
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        var block = new byte[64 << 10];
        for (var left = length; left > 0;) {
            var read = in.read(block, 0, (int) Math.min(block.length, left));
            if (read < 0) {
                throw new IOException("a log file became shorter while it was read");
            }
            out.write(block, 0, read);
            left -= read;
        }
    }
}
