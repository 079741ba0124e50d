package dev.pm2console.logs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/// The current log of one process on its way out: one file byte by byte, as it was when it was asked for.
public final class LogDownload {

    private final String process;
    private final List<LogFile> files;

    LogDownload(String process, List<LogFile> files) {
        this.process = process;
        this.files = List.copyOf(files);
    }

    /// What the process is called.
    public String process() {
        return process;
    }

    /// Bytes, as long as it stays as it was.
    public long size() {
        return files.stream().mapToLong(LogFile::size).sum();
    }

    /// Writes a part of it, in blocks. Blocks; does not close `out`.
    ///
    /// @param from the first byte
    /// @param to   the byte behind the last one
    public void write(OutputStream out, long from, long to) throws IOException {
        var begin = 0L;
        for (var file : files) {
            var end = begin + file.size();
            if (from < end && to > begin) {
                try (var in = file.open()) {
                    in.skipNBytes(Math.max(0, from - begin));
                    copy(in, out, Math.min(to, end) - Math.max(from, begin));
                }
            }
            begin = end;
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
