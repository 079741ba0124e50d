package dev.pm2console.metrics;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the files of `/proc`, each with one read into one buffer: the kernel hands such a file out whole. What is not
/// there, can't be read, or does not look as it should is an absent value, never an exception; so is everything on a
/// system without `/proc`. Safe for use by several threads.
///
/// `FileInputStream` is among the cheapest ways: 9 µs for open, read, close (`FileChannel` the same, but double of it
/// before the code is hot; `Files.readAllBytes` 13 µs). Files kept open would need 3 µs, and a descriptor for each.
public final class ProcFs {

    /// The most that is read of a file, in bytes: the largest read for which the JDK allocates no memory.
    static final int MAX_READ = 8192;

    private static final long AT_NULL = 0;
    private static final long AT_PAGESZ = 6;
    private static final long AT_CLKTCK = 17;
    private static final long USUAL_PAGE_SIZE = 4096;
    private static final long USUAL_TICKS_PER_SECOND = 100;

    private final String prefix;
    private final File directory;
    private final byte[] buffer = new byte[MAX_READ];
    private final long pageSize;
    private final long ticksPerSecond;
    private final boolean tellsOpenFiles;

    /// @param root where the file system is mounted, usually `/proc`; need not exist
    public ProcFs(Path root) {
        prefix = root + "/";
        directory = root.toFile();
        var size = auxiliary(AT_PAGESZ);
        pageSize = size >= 1024 && Long.bitCount(size) == 1 ? size : USUAL_PAGE_SIZE;
        var ticks = auxiliary(AT_CLKTCK);
        ticksPerSecond = ticks >= 1 && ticks <= 10_000 ? ticks : USUAL_TICKS_PER_SECOND;
        tellsOpenFiles = tellsOpenFiles();
    }

    /// Bytes per page of memory.
    public long pageSize() {
        return pageSize;
    }

    /// Ticks per second, the unit of cpu and start times.
    public long ticksPerSecond() {
        return ticksPerSecond;
    }

    /// The processes that can be seen, in any order; empty where there is no `/proc`.
    public List<Long> pids() {
        var names = directory.list();
        if (names == null) {
            return List.of();
        }
        var pids = new ArrayList<Long>(names.length);
        for (var name : names) {
            if (isNumber(name)) {
                pids.add(Long.valueOf(name));
            }
        }
        return pids;
    }

    /// `/proc/PID/stat`; empty if the process is gone or the file is not as it should be.
    public synchronized Optional<ProcessStat> stat(long pid) {
        var length = read(pid + "/stat");
        return length == MAX_READ
                ? Optional.empty()
                : ProcessStat.parse(buffer, length).filter(stat -> stat.pid() == pid);
    }

    /// The first [#MAX_READ] bytes of a file such as `meminfo` as text, one character per byte; empty text where there
    /// is nothing to read.
    public synchronized String head(String name) {
        return new String(buffer, 0, read(name), StandardCharsets.ISO_8859_1);
    }

    /// How many files a process has open; empty where that can't be known.
    ///
    /// A kernel of 2022 (6.2) or later tells it as the size of the directory, an older one only by listing it.
    OptionalInt openFiles(long pid) {
        var descriptors = new File(prefix + pid + "/fd");
        if (tellsOpenFiles) {
            var count = descriptors.length();
            return count > 0 ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, count)) : listed(descriptors);
        }
        return listed(descriptors);
    }

    private static OptionalInt listed(File descriptors) {
        var names = descriptors.list();
        return names == null ? OptionalInt.empty() : OptionalInt.of(names.length);
    }

    /// Whether sizes of directories are numbers of open files, as far as one can tell by this program's own.
    private boolean tellsOpenFiles() {
        var own = new File(prefix + "self/fd");
        var told = own.length();
        var counted = listed(own);
        return told > 0 && counted.isPresent() && Math.abs(told - counted.getAsInt()) <= 8;
    }

    /// Fills the buffer; how many bytes there are, 0 if there are none.
    private int read(String name) {
        try (var in = new FileInputStream(prefix + name)) {
            return Math.max(0, in.read(buffer, 0, buffer.length));
        } catch (IOException goneOrUnreadable) {
            return 0;
        }
    }

    /// A value out of what the kernel told this program when it started (`getauxval(3)`): pairs of words.
    private synchronized long auxiliary(long type) {
        var words = ByteBuffer.wrap(buffer, 0, read("self/auxv"))
                .order(ByteOrder.nativeOrder())
                .asLongBuffer();
        while (words.remaining() >= 2) {
            var key = words.get();
            var value = words.get();
            if (key == type) {
                return value;
            }
            if (key == AT_NULL) {
                break;
            }
        }
        return 0;
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty()
                && name.length() <= 10
                && name.chars().allMatch(character -> character >= '0' && character <= '9');
    }
}
