package dev.pm2console.metrics;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Measures what the whole machine uses, out of `/proc/stat`, `/proc/meminfo` and `/proc/loadavg` (`proc(5)`). Time
/// stolen by the hypervisor counts as used, because nothing here could have used it; waiting for input and output counts
/// as idle. Safe for use by several threads, but one series of samples has one caller: a rate is over the time since
/// anybody's previous sample.
public final class HostSampler {

    // user nice system idle, iowait irq softirq steal; the guests' times that follow are in user and nice already
    private static final Pattern CPU = Pattern.compile(
            "cpu +(\\d{1,17}) (\\d{1,17}) (\\d{1,17}) (\\d{1,17}) (\\d{1,17}) (\\d{1,17}) (\\d{1,17}) (\\d{1,17})[ \\n]");
    private static final Pattern TOTAL = Pattern.compile("^MemTotal: +(\\d{1,15}) kB$", Pattern.MULTILINE);
    private static final Pattern AVAILABLE = Pattern.compile("^MemAvailable: +(\\d{1,15}) kB$", Pattern.MULTILINE);
    private static final Pattern LOAD = Pattern.compile("(\\d{1,9}\\.\\d{1,9}) ");
    private static final int IDLE = 4;
    private static final int IO_WAIT = 5;
    private static final int BYTES_PER_KB = 1024;

    private final ProcFs proc;
    private Optional<CpuTime> previous = Optional.empty();

    public HostSampler(ProcFs proc) {
        this.proc = proc;
    }

    /// What is used now; [HostUsage#UNKNOWN] where there is no `/proc`.
    public synchronized HostUsage sample() {
        var memory = proc.head("meminfo");
        var total = bytes(TOTAL, memory);
        var available = bytes(AVAILABLE, memory);
        var used = total.isPresent() && available.isPresent()
                ? OptionalLong.of(Math.max(0, total.getAsLong() - available.getAsLong()))
                : OptionalLong.empty();
        return new HostUsage(cpu(), used, total, load1(), OptionalDouble.empty(), OptionalLong.empty(), OptionalLong.empty(),
                false);
    }

    private OptionalDouble cpu() {
        var now = cpuTime();
        var before = previous;
        previous = now;
        return now.isPresent() && before.isPresent() ? now.get().since(before.get()) : OptionalDouble.empty();
    }

    private Optional<CpuTime> cpuTime() {
        var fields = CPU.matcher(proc.head("stat"));
        if (!fields.lookingAt()) {
            return Optional.empty();
        }
        var total = 0L;
        for (var field = 1; field <= fields.groupCount(); field++) {
            total += number(fields, field);
        }
        return Optional.of(new CpuTime(total, number(fields, IDLE) + number(fields, IO_WAIT)));
    }

    private OptionalDouble load1() {
        var load = LOAD.matcher(proc.head("loadavg"));
        return load.lookingAt() ? OptionalDouble.of(Double.parseDouble(load.group(1))) : OptionalDouble.empty();
    }

    private static OptionalLong bytes(Pattern line, String memory) {
        var found = line.matcher(memory);
        return found.find() ? OptionalLong.of(number(found, 1) * BYTES_PER_KB) : OptionalLong.empty();
    }

    private static long number(Matcher matcher, int group) {
        return Long.parseLong(matcher.group(group));
    }

    /// Of all cores since boot, in ticks.
    private record CpuTime(long total, long idle) {

        /// Percent; empty if no time passed. The kernel lets the idle and waiting times go back a little at times.
        OptionalDouble since(CpuTime before) {
            var passed = total - before.total;
            var idled = Math.clamp(idle - before.idle, 0, Math.max(0, passed));
            return passed > 0 ? OptionalDouble.of(100.0 * (passed - idled) / passed) : OptionalDouble.empty();
        }
    }
}
