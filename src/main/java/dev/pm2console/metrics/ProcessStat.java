package dev.pm2console.metrics;

import java.util.Optional;

/// One `/proc/PID/stat`, as far as the console reads it (`proc_pid_stat(5)`).
///
/// @param pid           the process
/// @param parent        its parent; 0 where that is outside of this pid namespace
/// @param startTime     ticks after boot at which it started: with the pid it names a process for good
/// @param ownTicks      cpu time of all its threads, user and system
/// @param reapedTicks   cpu time of the children that ended and that it waited for, and of those that they waited for
/// @param threads       how many it has
/// @param residentPages resident memory; the kernel keeps this figure per core and it may lag by some pages
public record ProcessStat(
        long pid, long parent, long startTime, long ownTicks, long reapedTicks, long threads, long residentPages) {

    private static final int STATE = 3;
    private static final int PARENT = 4;
    private static final int USER_TIME = 14;
    private static final int SYSTEM_TIME = 15;
    private static final int CHILDREN_USER_TIME = 16;
    private static final int CHILDREN_SYSTEM_TIME = 17;
    private static final int THREADS = 20;
    private static final int START_TIME = 22;
    private static final int RESIDENT_PAGES = 24;

    private static final int MAX_DIGITS = 18; // what always fits into a long
    private static final long NOT_A_NUMBER = -1; // no field that is read can be negative

    /// Cpu time of the process and of all that it waited for, in ticks.
    long totalTicks() {
        return ownTicks + reapedTicks;
    }

    boolean isSameProcess(ProcessStat other) {
        return pid == other.pid && startTime == other.startTime;
    }

    /// Reads the first `length` bytes of a line. The name in parentheses may hold anything, parentheses and newlines too.
    ///
    /// @return empty if the line is cut off, is odd, or is that of a process that its parent has just waited for (state
    ///         X): its cpu time is in the parent's already
    static Optional<ProcessStat> parse(byte[] line, int length) {
        if (length == 0 || line[length - 1] != '\n') {
            return Optional.empty();
        }
        var at = afterName(line, length);
        var pid = number(line, 0, end(line, 0, length));
        var fields = new long[RESIDENT_PAGES + 1];
        for (var field = STATE; field <= RESIDENT_PAGES; field++) {
            var end = end(line, at, length);
            if (at >= end || (field == STATE && (line[at] == 'X' || line[at] == 'x'))) {
                return Optional.empty();
            }
            fields[field] = number(line, at, end);
            at = end + 1;
        }
        if (pid < 0
                || fields[PARENT] < 0
                || fields[USER_TIME] < 0
                || fields[SYSTEM_TIME] < 0
                || fields[CHILDREN_USER_TIME] < 0
                || fields[CHILDREN_SYSTEM_TIME] < 0
                || fields[THREADS] < 0
                || fields[START_TIME] < 0
                || fields[RESIDENT_PAGES] < 0) {
            return Optional.empty();
        }
        return Optional.of(new ProcessStat(
                pid,
                fields[PARENT],
                fields[START_TIME],
                fields[USER_TIME] + fields[SYSTEM_TIME],
                fields[CHILDREN_USER_TIME] + fields[CHILDREN_SYSTEM_TIME],
                fields[THREADS],
                fields[RESIDENT_PAGES]));
    }

    /// Where the field after the name begins, or `length` where there is none.
    private static int afterName(byte[] line, int length) {
        for (var i = length - 1; i >= 0; i--) {
            if (line[i] == ')') {
                return i + 2;
            }
        }
        return length;
    }

    private static int end(byte[] line, int from, int length) {
        var end = from;
        while (end < length && line[end] != ' ' && line[end] != '\n') {
            end++;
        }
        return end;
    }

    private static long number(byte[] line, int from, int end) {
        if (from == end || end - from > MAX_DIGITS) {
            return NOT_A_NUMBER;
        }
        var value = 0L;
        for (var i = from; i < end; i++) {
            if (line[i] < '0' || line[i] > '9') {
                return NOT_A_NUMBER;
            }
            value = value * 10 + (line[i] - '0');
        }
        return value;
    }
}
