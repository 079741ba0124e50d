package dev.pm2console.metrics;

import java.util.Optional;
import java.util.regex.Pattern;

/// Bytes that a process, and the children it waited for, had disks read and write (`proc_pid_io(5)`).
record DiskCounters(long read, long written) {

    static final DiskCounters NONE = new DiskCounters(0, 0);

    private static final Pattern READ = Pattern.compile("^read_bytes: (\\d{1,18})$", Pattern.MULTILINE);
    private static final Pattern WRITTEN = Pattern.compile("^write_bytes: (\\d{1,18})$", Pattern.MULTILINE);

    /// @param io the text of `/proc/PID/io`
    static Optional<DiskCounters> parse(String io) {
        var read = READ.matcher(io);
        var written = WRITTEN.matcher(io);
        return read.find() && written.find()
                ? Optional.of(new DiskCounters(Long.parseLong(read.group(1)), Long.parseLong(written.group(1))))
                : Optional.empty();
    }

    DiskCounters plus(DiskCounters other) {
        return new DiskCounters(read + other.read, written + other.written);
    }

    /// What is more here than there, never less than nothing.
    DiskCounters above(DiskCounters other) {
        return new DiskCounters(Math.max(0, read - other.read), Math.max(0, written - other.written));
    }
}
