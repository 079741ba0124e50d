package dev.pm2console.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the container that the console runs in is limited to, and what it uses of that: out of the files of `cgroup`, version
/// 2 or 1. Outside of a container these have no limits.
final class Cgroup {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern INACTIVE = Pattern.compile("^(?:total_)?inactive_file (\\d{1,18})$", Pattern.MULTILINE);
    private static final Pattern USAGE = Pattern.compile("^usage_usec (\\d{1,18})$", Pattern.MULTILINE);
    private static final int NANOS_PER_MICRO = 1_000;

    private final Path root;

    /// @param root where the file systems are mounted, usually `/sys/fs/cgroup`; need not exist
    Cgroup(Path root) {
        this.root = root;
    }

    /// Bytes of memory at most; a very large number may stand for no limit.
    OptionalLong memoryLimit() {
        return number(text("memory.max", "memory/memory.limit_in_bytes"));
    }

    /// Bytes of memory in use, but for files that could be dropped.
    OptionalLong memoryUsed() {
        var used = number(text("memory.current", "memory/memory.usage_in_bytes"));
        var dropped = INACTIVE.matcher(text("memory.stat", "memory/memory.stat"));
        return used.isPresent()
                ? OptionalLong.of(Math.max(0, used.getAsLong() - (dropped.find() ? Long.parseLong(dropped.group(1)) : 0)))
                : used;
    }

    /// Cores at most.
    OptionalDouble cores() {
        var together = text("cpu.max").strip().split(" ", -1);
        var quota = together.length == 2 ? number(together[0]) : number(text("cpu/cpu.cfs_quota_us"));
        var period = together.length == 2 ? number(together[1]) : number(text("cpu/cpu.cfs_period_us"));
        return quota.isPresent() && period.isPresent() && quota.getAsLong() > 0 && period.getAsLong() > 0
                ? OptionalDouble.of((double) quota.getAsLong() / period.getAsLong())
                : OptionalDouble.empty();
    }

    /// Cpu time that was used, in nanoseconds.
    OptionalLong cpuNanos() {
        var usage = USAGE.matcher(text("cpu.stat"));
        return usage.find() ? OptionalLong.of(Long.parseLong(usage.group(1)) * NANOS_PER_MICRO)
                : number(text("cpuacct/cpuacct.usage"));
    }

    private static OptionalLong number(String text) {
        var number = text.strip();
        return NUMBER.matcher(number).matches() ? OptionalLong.of(Long.parseLong(number)) : OptionalLong.empty();
    }

    /// Of the first file that is there.
    private String text(String... names) {
        return Stream.of(names).map(root::resolve).filter(Files::isReadable).findFirst().map(Cgroup::text).orElse("");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return "";
        }
    }
}
