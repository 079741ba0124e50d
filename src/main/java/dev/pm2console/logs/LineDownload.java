package dev.pm2console.logs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lines out of files, oldest first, as they were written: those of a time, or of several outputs in the order of the times that
/// they tell. A line without a time stays behind the line before it in its output; what comes before any time is older than all.
/// In memory is a block of each output.
public final class LineDownload implements LogDownload {

    private final String process;
    private final List<List<LogFile>> sources;
    private final Optional<Instant> from;
    private final Optional<Instant> to;

    /// @param sources the files of each output, newest first
    LineDownload(String process, List<List<LogFile>> sources, Optional<Instant> from, Optional<Instant> to) {
        this.process = process;
        this.sources = List.copyOf(sources);
        this.from = from;
        this.to = to;
    }

    @Override
    public String process() {
        return process;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        var all = new ArrayList<RawLines>();
        try (var lines = new Lines(out)) {
            for (var files : sources) {
                var output = new RawLines(files.reversed());
                all.add(output);
                output.next();
            }
            for (var next = first(all); next.isPresent(); next = first(all)) {
                var output = next.get();
                do {
                    if (isWanted(output.time())) {
                        lines.write(output);
                    }
                } while (output.next() && !output.tellsTime());
            }
        } finally {
            for (var output : all) {
                output.close();
            }
        }
    }

    private static Optional<RawLines> first(List<RawLines> all) {
        return all.stream().filter(it -> !it.isDone()).min((a, b) -> a.time().compareTo(b.time()));
    }

    private boolean isWanted(Instant time) {
        return from.map(it -> !time.isBefore(it)).orElse(true) && to.map(time::isBefore).orElse(true);
    }

    /// Where lines are written to. A line that ends without a line end gets one where another one comes behind it.
    private static final class Lines implements AutoCloseable {
        private final BufferedOutputStream out;
        private boolean open;

        Lines(OutputStream out) {
            this.out = new BufferedOutputStream(out, 64 << 10);
        }

        void write(RawLines line) throws IOException {
            if (open && line.tellsTime()) {
                out.write('\n');
            }
            line.write(out);
            open = !line.isEnded();
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
