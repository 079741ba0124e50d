package dev.pm2console.process;

import java.util.List;

/// Told what processes write, on one thread and in order.
public interface LogListener {

    /// Output of any processes, as it came; never empty. Returns soon: while it works, output is kept for it up to a
    /// limit, and what is over the limit becomes a [LogGap].
    void logs(List<LogPiece> pieces);

    /// The daemon's connection is lost: what has no line end yet gets none.
    void logsInterrupted();
}
