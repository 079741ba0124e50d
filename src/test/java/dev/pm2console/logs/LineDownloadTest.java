package dev.pm2console.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.process.EnvFingerprint;
import dev.pm2console.process.ExecMode;
import dev.pm2console.process.LogFiles;
import dev.pm2console.process.LogStream;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Status;

/// Lines on their way out, byte by byte.
class LineDownloadTest {

    private static final List<LogStream> OUT = List.of(LogStream.OUT);
    private static final List<LogStream> BOTH = List.of(LogStream.OUT, LogStream.ERROR);

    @TempDir
    Path directory;

    @Test
    void linesOfATimeComeOutOfRotatedFilesToo() throws Exception {
        packed("web-out__2026-11-20_00-00-00.log.gz", stamp(1) + "a\n" + stamp(2) + "b\r\n  of b\n");
        write("web-out.log", "also of b\n" + stamp(3) + "c\n" + stamp(4) + "d");

        assertThat(download(OUT, 2, 4)).isEqualTo(stamp(2) + "b\r\n  of b\nalso of b\n" + stamp(3) + "c\n");
        assertThat(download(OUT, 4, 9)).isEqualTo(stamp(4) + "d");
        assertThat(download(OUT, 5, 9)).isEmpty();
        assertThat(download(OUT, 0, 9)).startsWith(stamp(1) + "a").endsWith("d");
    }

    @Test
    void bothOutputsAreOneInTheOrderOfTheirTimes() throws Exception {
        write("web-out.log", stamp(1) + "a\n  of a\n" + stamp(3) + "c");
        write("web-error.log", "before any\n" + stamp(1) + "A\n  of A\n" + stamp(4) + "D\n");

        assertThat(whole(BOTH)).isEqualTo("before any\n" + stamp(1) + "a\n  of a\n" + stamp(1) + "A\n  of A\n"
                + stamp(3) + "c\n" + stamp(4) + "D\n");
    }

    @Test
    void longLinesAndBytesThatAreNoTextAreKept() throws Exception {
        var text = stamp(1) + "x".repeat(700_000) + "\n" + stamp(2) + "end\n";
        var bytes = text.getBytes(UTF_8);
        bytes[100] = (byte) 0xff;
        bytes[300_000] = (byte) 0xfe;
        Files.write(directory.resolve("web-out.log"), bytes);
        var out = new ByteArrayOutputStream();

        archive().download(process(), BOTH, Optional.empty(), Optional.empty()).write(out);

        assertThat(out.toByteArray()).isEqualTo(bytes);
        assertThat(download(OUT, 2, 3)).isEqualTo(stamp(2) + "end\n");
        assertThat(download(OUT, 1, 2)).hasSize(text.length() - stamp(2).length() - 4);
    }

    @Test
    void withoutFilesThereIsNothing() throws Exception {
        assertThat(whole(BOTH)).isEmpty();
        assertThat(whole(OUT)).isEmpty();
        assertThat(download(OUT, 1, 2)).isEmpty();
    }

    private String download(List<LogStream> streams, int from, int to) throws Exception {
        return text(archive().download(process(), streams, Optional.of(at(from)), Optional.of(at(to))));
    }

    private String whole(List<LogStream> streams) throws Exception {
        return text(archive().download(process(), streams, Optional.empty(), Optional.empty()));
    }

    private static String text(LogDownload download) throws Exception {
        var out = new ByteArrayOutputStream();
        download.write(out);
        return out.toString(UTF_8);
    }

    private static LogArchive archive() {
        return new LogArchive(LogLimits.warningAt(1 << 20, 10));
    }

    private static Instant at(int minute) {
        return Instant.parse("2026-11-20T10:0" + minute + ":00Z");
    }

    private static String stamp(int minute) {
        return at(minute) + " ";
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(directory.resolve(name), text);
    }

    private void packed(String name, String text) throws Exception {
        try (var out = new GZIPOutputStream(Files.newOutputStream(directory.resolve(name)))) {
            out.write(text.getBytes(UTF_8));
        }
    }

    private ManagedProcess process() {
        var logs = new LogFiles(Optional.of(directory.resolve("web-out.log")), Optional.of(directory.resolve("web-error.log")),
                Optional.empty());
        return new ManagedProcess(new ProcessId(1), "web", "default", Status.ONLINE, OptionalLong.empty(), ExecMode.FORK, 0, 0,
                Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty(),
                OptionalInt.empty(), false, 0, 0, logs, Map.of(), EnvFingerprint.EMPTY, List.of(), List.of());
    }
}
