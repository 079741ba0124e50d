package dev.pm2console.logs;

import java.io.IOException;
import java.io.OutputStream;

/// The log of one process on its way out.
public sealed interface LogDownload permits FileDownload, LineDownload {

    /// What the process is called.
    String process();

    /// Writes all of it, in blocks. Blocks; does not close `out`.
    void write(OutputStream out) throws IOException;
}
