package dev.pm2console.logs;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

import dev.pm2console.process.LogStream;
import dev.pm2console.process.ManagedProcess;

/// One regular file with output of one process, as it was when it was looked at.
///
/// @param process  the first of those that write into it
/// @param gzipped  packed: only [#open()] reads it
/// @param rotated  nothing is written into it any more
/// @param fileKey  what stays when it is renamed
/// @param size     bytes on the disk
/// @param modified when it was last written to
record LogFile(
        Path path,
        ManagedProcess process,
        LogStream stream,
        boolean gzipped,
        boolean rotated,
        Object fileKey,
        long size,
        Instant modified) {

    /// What the file holds, unpacked; a packed file that is broken ends where it breaks. The caller closes it.
    InputStream open() throws IOException {
        var bytes = Files.newInputStream(path, READ, NOFOLLOW_LINKS);
        return gzipped ? new Unpacked(bytes) : bytes;
    }

    /// A file that is not packed, to be read anywhere. The caller closes it.
    FileChannel channel() throws IOException {
        return FileChannel.open(path, Set.of(READ, NOFOLLOW_LINKS));
    }

    @Override
    public String toString() {
        return "LogFile[" + path + "]";
    }
}
