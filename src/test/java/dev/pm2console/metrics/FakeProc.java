package dev.pm2console.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A `/proc` made of ordinary files.
record FakeProc(Path root) {

    ProcFs open() {
        return new ProcFs(root);
    }

    /// Writes a process as it is now.
    void has(FakeProcess process) {
        file(process.pid() + "/stat", process.line());
    }

    /// Takes a process away.
    void lost(long pid) {
        try {
            Files.delete(root.resolve(pid + "/stat"));
            Files.delete(root.resolve(Long.toString(pid)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void file(String name, String content) {
        file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    void file(String name, byte[] content) {
        try {
            var path = root.resolve(name);
            Files.createDirectories(path.getParent());
            Files.write(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void auxiliary(long... words) {
        var bytes = ByteBuffer.allocate(words.length * Long.BYTES).order(ByteOrder.nativeOrder());
        bytes.asLongBuffer().put(words);
        file("self/auxv", bytes.array());
    }

    /// A process; times in ticks, `own` being user time and `reaped` that of children.
    record FakeProcess(long pid, long parent, long start, String name, char state, long own, long reaped, long pages) {

        static FakeProcess child(long pid, long parent, long start) {
            return new FakeProcess(pid, parent, start, "node", 'S', 0, 0, 10);
        }

        FakeProcess named(String name) {
            return new FakeProcess(pid, parent, start, name, state, own, reaped, pages);
        }

        FakeProcess in(char state) {
            return new FakeProcess(pid, parent, start, name, state, own, reaped, pages);
        }

        FakeProcess under(long parent) {
            return new FakeProcess(pid, parent, start, name, state, own, reaped, pages);
        }

        FakeProcess used(long own) {
            return new FakeProcess(pid, parent, start, name, state, own, reaped, pages);
        }

        FakeProcess reaped(long reaped) {
            return new FakeProcess(pid, parent, start, name, state, own, reaped, pages);
        }

        FakeProcess pages(long pages) {
            return new FakeProcess(pid, parent, start, name, state, own, reaped, pages);
        }

        /// Half of each time is the system's, so that both fields matter.
        String line() {
            return pid + " (" + name + ") " + state + " " + parent + " 1 1 0 -1 4194304 9 8 7 6 " + (own - own / 2) + " "
                    + own / 2 + " " + (reaped - reaped / 2) + " " + reaped / 2 + " 20 0 11 0 " + start + " 1234567 "
                    + pages + " 18446744073709551615 4194304 0 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0 0 0 0 0 0 0 0 0\n";
        }
    }
}
