package dev.pm2console.metrics;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What [ResourceSampler] knows of one process, and when it was read.
final class MemberUse {

    private static final Pattern LIMIT = Pattern.compile("^Max open files +(\\d{1,18}) ", Pattern.MULTILINE);
    private static final Pattern PSS = Pattern.compile("^Pss: +(\\d{1,15}) kB$", Pattern.MULTILINE);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long BYTES_PER_KB = 1024;

    private final ProcessStat process;
    private final boolean born;
    private final long seenAt;

    private OptionalInt openFiles = OptionalInt.empty();
    private OptionalLong openFilesLimit = OptionalLong.empty();
    private OptionalLong pss = OptionalLong.empty();
    private Optional<DiskCounters> disk = Optional.empty();
    private DiskCounters owed = DiskCounters.NONE;
    private long diskAt;
    private OptionalDouble diskRead = OptionalDouble.empty();
    private OptionalDouble diskWrite = OptionalDouble.empty();

    /// @param born   whether it came into being since the last sample, rather than was there before it was looked at
    /// @param seenAt when that last sample was
    MemberUse(ProcessStat process, boolean born, long seenAt) {
        this.process = process;
        this.born = born;
        this.seenAt = seenAt;
    }

    ProcessStat process() {
        return process;
    }

    void readOpenFiles(ProcFs proc) {
        openFiles = proc.openFiles(process.pid());
    }

    void readLimit(ProcFs proc) {
        var limit = LIMIT.matcher(proc.head(process.pid() + "/limits"));
        openFilesLimit = limit.find() ? OptionalLong.of(Long.parseLong(limit.group(1))) : OptionalLong.empty();
    }

    void readPss(ProcFs proc) {
        var found = PSS.matcher(proc.head(process.pid() + "/smaps_rollup"));
        pss = found.find() ? OptionalLong.of(Long.parseLong(found.group(1)) * BYTES_PER_KB) : OptionalLong.empty();
    }

    /// The rate since it was read before. What children that ended had done is in the counters of whoever waited for them,
    /// and was in their own rates before: it is owed, and not counted again.
    void readDisk(ProcFs proc, long now) {
        var counters = DiskCounters.parse(proc.head(process.pid() + "/io"));
        if (counters.isEmpty()) { // it may have ended just now: what it did before is still owed to it
            diskRead = OptionalDouble.empty();
            diskWrite = OptionalDouble.empty();
            return;
        }
        var before = disk.or(() -> born ? Optional.of(DiskCounters.NONE) : Optional.empty());
        var since = disk.isPresent() ? diskAt : seenAt;
        if (before.isPresent() && now > since) {
            var moved = counters.get().above(before.get()).above(owed);
            var seconds = (now - since) / NANOS_PER_SECOND;
            diskRead = OptionalDouble.of(moved.read() / seconds);
            diskWrite = OptionalDouble.of(moved.written() / seconds);
        } else {
            diskRead = OptionalDouble.empty();
            diskWrite = OptionalDouble.empty();
        }
        disk = counters;
        diskAt = now;
        owed = DiskCounters.NONE;
    }

    /// A child ended, whose counters this one's get.
    void inherit(MemberUse child) {
        owed = owed.plus(child.disk.orElse(DiskCounters.NONE)).plus(child.owed);
    }

    OptionalInt openFiles() {
        return openFiles;
    }

    OptionalLong openFilesLimit() {
        return openFilesLimit;
    }

    OptionalLong pss() {
        return pss;
    }

    OptionalDouble diskRead() {
        return diskRead;
    }

    OptionalDouble diskWrite() {
        return diskWrite;
    }
}
