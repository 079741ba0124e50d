package dev.pm2console.logs;

import java.io.IOException;

/// Told what is read, as it is read.
interface SearchProgress {

    /// @throws IOException where nobody waits for the search any more: it stops
    void read(long bytes) throws IOException;

    void fileDone();
}
