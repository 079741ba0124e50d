package dev.pm2console.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The lines of one output from the oldest on, byte by byte, out of the files that it is in. Of a line longer than a block the rest
/// comes as lines that tell no time.
final class RawLines implements AutoCloseable {

    private static final int BLOCK = 128 << 10;

    private final Iterator<LogFile> files;
    private final byte[] block = new byte[BLOCK];
    private Optional<InputStream> in = Optional.empty();
    private long left;
    private int begin;
    private int end;
    private int filled;
    private Instant time = Instant.MIN;
    private boolean tellsTime;
    private boolean rest;
    private boolean done;

    /// @param files oldest first
    RawLines(List<LogFile> files) {
        this.files = files.iterator();
    }

    /// Goes to the next line. Whether there is one.
    boolean next() throws IOException {
        rest = end > begin && !isEnded() && in.isPresent();
        begin = end;
        while (!find()) {
            if (in.isPresent()) {
                in.get().close();
                in = Optional.empty();
            }
            if (!files.hasNext()) {
                done = true;
                return false;
            }
            open(files.next());
            rest = false;
        }
        var own = rest ? Optional.<Instant> empty() : ownTime();
        tellsTime = own.isPresent();
        time = own.orElse(time);
        return true;
    }

    boolean isDone() {
        return done;
    }

    /// That of the line, or of the last one before it that tells one.
    Instant time() {
        return time;
    }

    boolean tellsTime() {
        return tellsTime;
    }

    /// Whether it has its line end.
    boolean isEnded() {
        return block[end - 1] == '\n';
    }

    void write(OutputStream out) throws IOException {
        out.write(block, begin, end - begin);
    }

    @Override
    public void close() throws IOException {
        if (in.isPresent()) {
            in.get().close();
        }
    }

    /// Finds where the line ends, and reads on for that.
    private boolean find() throws IOException {
        for (var at = begin;;) {
            for (; at < filled; at++) {
                if (block[at] == '\n') {
                    end = at + 1;
                    return true;
                }
            }
            if (begin > 0 && filled == block.length) {
                System.arraycopy(block, begin, block, 0, filled - begin);
                filled -= begin;
                at -= begin;
                begin = 0;
            }
            if (filled == block.length || !fill()) {
                end = filled;
                return end > begin;
            }
        }
    }

    private boolean fill() throws IOException {
        if (in.isEmpty() || left == 0) {
            return false;
        }
        var read = in.get().read(block, filled, (int) Math.min(block.length - filled, left));
        if (read < 0) {
            return false;
        }
        filled += read;
        left -= read;
        return true;
    }

    private void open(LogFile file) throws IOException {
        var key = Files.readAttributes(file.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
        if (key != null && !key.equals(file.fileKey())) {
            throw new IOException(file + " was rotated while it was downloaded");
        }
        in = Optional.of(file.open());
        left = file.gzipped() ? Long.MAX_VALUE : file.size();
        begin = 0;
        end = 0;
        filled = 0;
    }

    private Optional<Instant> ownTime() {
        var length = Math.min(end - begin - (isEnded() ? 1 : 0), SafeText.LONGEST);
        return LineReader.ownTime(SafeText.line(new String(block, begin, length, UTF_8)));
    }
}
