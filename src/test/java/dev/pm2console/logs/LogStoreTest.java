package dev.pm2console.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
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

/// Pages of log files, backwards over blocks, files and rotations.
class LogStoreTest {

    private static final List<LogStream> BOTH = List.of(LogStream.OUT, LogStream.ERROR);

    @TempDir
    Path directory;
    private final LogRings rings = new LogRings(1 << 20, 1 << 20, 1_000);
    private final LogStore store = new LogStore(rings);

    @Test
    void pagesOfRandomLinesHaveEachOnceAndInOrder() throws IOException {
        var random = new Random(4);
        var written = new ArrayList<String>();
        for (var i = 0; i < 6_000; i++) {
            var length = random.nextInt(500) == 0 ? 30_000 + random.nextInt(30_000) : random.nextInt(120);
            written.add(i + " " + "ä€😀x".repeat(length / 10));
        }
        var third = written.size() / 3;
        gzip(file("app__2026-11-01_00-00-00.log.gz"), text(written.subList(0, third), "\r\n"));
        write(file("app.log.1"), text(written.subList(third, 2 * third), "\n"));
        write(file("app.log"), text(written.subList(2 * third, written.size()), "\n"));
        age();

        var read = all(List.of(process(0, "app.log", "none.log")), () -> 1 + random.nextInt(400));

        assertThat(read).isEqualTo(written);
    }

    @Test
    void outputsAreMergedByTheirTimesOverPages() throws IOException {
        write(file("out.log"), "2026-11-01T00:00:01Z a\n  follows a\n2026-11-01T00:00:04Z d\n");
        write(file("error.log"), "2026-11-01T00:00:02Z b\n2026-11-01T00:00:03Z c\n");

        assertThat(all(List.of(process(0, "out.log", "error.log")), () -> 2)).map(text -> text.substring(text.length() - 1))
                .containsExactly("a", "a", "b", "c", "d");
    }

    @Test
    void stackTraceWithoutATimeStaysTogether() throws IOException {
        write(file("out.log"), text(numbered(0, 30), "\n"));
        write(file("error.log"), "Error: broken\n    at one (a.js:1:2)\n    at two (a.js:3:4)\n    at three (a.js:5:6)\n");

        var read = all(List.of(process(0, "out.log", "error.log")), () -> 100);

        var head = read.indexOf("Error: broken");
        assertThat(read.subList(head, head + 4)).containsExactly("Error: broken", "    at one (a.js:1:2)",
                "    at two (a.js:3:4)", "    at three (a.js:5:6)");
    }

    @Test
    void pageGoesOnInTheRenamedFile() throws IOException {
        var file = write(file("app.log"), text(numbered(0, 100), "\n"));
        var app = List.of(process(0, "app.log", "none.log"));
        var first = store.tail(app, BOTH, 10);
        Files.move(file, directory.resolve("app.log.1"));
        write(file, text(numbered(100, 200), "\n"));

        var second = store.before(app, BOTH, 10, cursor(first));

        assertThat(texts(second)).isEqualTo(numbered(80, 90));
    }

    @Test
    void pageGoesOnInTheCopyOfATruncatedFile() throws IOException {
        var file = write(file("app.log"), text(numbered(0, 100), "\n"));
        var app = List.of(process(0, "app.log", "none.log"));
        var first = store.tail(app, BOTH, 10);
        gzip(directory.resolve("app__2026-11-27_00-00-00.log.gz"), Files.readString(file));
        write(file, text(numbered(100, 300), "\n"));

        var second = store.before(app, BOTH, 10, cursor(first));

        assertThat(texts(second)).isEqualTo(numbered(80, 90));
        assertThat(second.truncated()).isTrue();
    }

    @Test
    void pageOfAFileThatIsGoneSaysThatItIsTruncated() throws IOException {
        var file = write(file("app.log"), text(numbered(0, 100), "\n"));
        var app = List.of(process(0, "app.log", "none.log"));
        var first = store.tail(app, BOTH, 10);
        Files.delete(file);

        assertThat(store.before(app, BOTH, 10, cursor(first)))
                .isEqualTo(new LogPage(List.of(), List.of(), true, Optional.empty()));
    }

    @Test
    void linesTellLevelAndWhatFollowsAndRawStaysAsItWas() throws IOException {
        write(file("app.log"), "Error: no\r\n    at f (a.js:1:2)\n\u001b[2Kx\n");

        var page = store.tail(List.of(process(0, "app.log", "none.log")), BOTH, 10);

        assertThat(page.lines()).map(LogLine::level).containsExactly(Optional.of(Level.ERROR), Optional.of(Level.ERROR),
                Optional.empty());
        assertThat(page.lines()).map(LogLine::follows).containsExactly(false, true, false);
        assertThat(page.raw()).containsExactly("Error: no\r", "    at f (a.js:1:2)", "\u001b[2Kx");
        assertThat(texts(page)).containsExactly("Error: no", "    at f (a.js:1:2)", "x");
    }

    @Test
    void veryLongLineIsCut() throws IOException {
        write(file("app.log"), "a\n" + "x".repeat(700_000) + "\nb\n");

        var page = store.tail(List.of(process(0, "app.log", "none.log")), BOTH, 10);

        assertThat(texts(page)).containsExactly("a", "x".repeat(SafeText.LONGEST) + " … [634464 bytes more]", "b");
    }

    @Test
    void sharedFileIsReadOnce() throws IOException {
        write(file("app.log"), "a\nb\n");

        var page = store.tail(List.of(process(3, "app.log", "app.log"), process(4, "app.log", "none.log")), BOTH, 10);

        assertThat(texts(page)).containsExactly("a", "b");
        assertThat(page.lines()).map(line -> line.id().value()).containsOnly(3);
    }

    @Test
    void whatIsNoRegularFileHasNoLines() throws IOException {
        Files.createSymbolicLink(directory.resolve("link.log"), write(file("secret"), "a\n"));
        Files.createDirectory(directory.resolve("folder.log"));

        assertThat(store.tail(List.of(process(0, "link.log", "folder.log"), process(1, "/dev/null", "missing.log")), BOTH, 10))
                .isEqualTo(new LogPage(List.of(), List.of(), false, Optional.empty()));
    }

    @Test
    void garbageIsNoCursor() {
        assertThat(LogCursor.parse("")).isEmpty();
        assertThat(LogCursor.parse("!!")).isEmpty();
        assertThat(LogCursor.parse("AQAAAAAAAAAAAAAA")).isEmpty();
        assertThat(LogCursor.parse("A".repeat(10_000))).isEmpty();
        var place = new LogCursor.Place(new ProcessId(7), LogStream.ERROR, 1, 2, 3);
        var written = new LogCursor(List.of(place), true).toString();
        assertThat(LogCursor.parse(written)).contains(new LogCursor(List.of(place), true));
        assertThat(LogCursor.parse(new LogCursor(List.of(place, place), true).toString())).isEmpty();
        assertThat(LogCursor.parse("B" + written.substring(1))).isEmpty();
        assertThat(LogCursor.parse(written.substring(0, 10) + "xyz" + written.substring(13))).isEmpty();
    }

    @Test
    void cursorOfAProcessThatWasNotAskedForShowsNothing() throws IOException {
        write(file("app.log"), text(numbered(0, 100), "\n"));
        var first = store.tail(List.of(process(0, "app.log", "none.log")), BOTH, 10);

        assertThat(store.before(List.of(process(1, "other.log", "none.log")), BOTH, 10, cursor(first)).lines()).isEmpty();
    }

    @Test
    void contextIsTheLineWithThoseAroundIt() throws IOException {
        write(file("app.log"), text(numbered(0, 5_000), "\n"));
        var app = process(0, "app.log", "none.log");
        var key = new LineKey(0, LogStream.OUT, app.id(), LineKey.hash("line 2500"));

        var context = store.context(app, key, 2).orElseThrow();

        assertThat(context.lines()).map(LogLine::text).isEqualTo(numbered(2_498, 2_503));
        assertThat(context.index()).isEqualTo(2);
        assertThat(texts(store.before(List.of(app), BOTH, 1, LogCursor.parse(context.before().orElseThrow()).orElseThrow())))
                .containsExactly("line 2497");
        assertThat(store.context(app, new LineKey(0, LogStream.OUT, app.id(), 1), 2)).isEmpty();
    }

    @Test
    void filesGoOnWhereTheLinesInMemoryBegin() throws IOException {
        var texts = IntStream.range(0, 100).mapToObj(i -> i % 2 == 0 ? "tick" : "line " + i).toList();
        write(file("app.log"), text(texts, "\n"));
        write(file("error.log"), text(numbered(0, 50), "\n"));
        var app = process(0, "app.log", "error.log");
        for (var i = 60; i < 100; i++) {
            rings.add(List.of(heard(i, LogStream.OUT, texts.get(i))));
        }
        rings.add(List.of(heard(100, LogStream.ERROR, "line 49")));

        var page = store.before(List.of(app), BOTH, 1_000, LineKey.of(heard(60, LogStream.OUT, "tick"))).orElseThrow();

        assertThat(page.lines()).filteredOn(line -> line.stream() == LogStream.OUT).map(LogLine::text)
                .isEqualTo(texts.subList(0, 60));
        assertThat(page.lines()).filteredOn(line -> line.stream() == LogStream.ERROR).map(LogLine::text)
                .isEqualTo(numbered(0, 49));
        assertThat(page.truncated()).isFalse();
    }

    @Test
    void outputInWhichTheLineIsNotFoundIsLeftOutAndThatIsSaid() throws IOException {
        write(file("app.log"), text(numbered(0, 100), "\n"));
        write(file("error.log"), "what was heard was emptied away\n");
        var app = process(0, "app.log", "error.log");
        rings.add(List.of(heard(1, LogStream.OUT, "line 99"), heard(2, LogStream.ERROR, "gone")));

        var page = store.before(List.of(app), BOTH, 1_000, LineKey.of(heard(1, LogStream.OUT, "line 99"))).orElseThrow();

        assertThat(texts(page)).isEqualTo(numbered(0, 99));
        assertThat(page.truncated()).isTrue();
        assertThat(page.before()).isEmpty();
    }

    @Test
    void lineWithoutATimeSaysNothingAboutOtherOutputs() throws IOException {
        write(file("app.log"), text(numbered(0, 100), "\n"));
        write(file("error.log"), "a\n");

        var page = store.before(List.of(process(0, "app.log", "error.log")), BOTH, 1_000,
                LineKey.parse("0-o-0-%08x".formatted(LineKey.hash("line 50"))).orElseThrow()).orElseThrow();

        assertThat(texts(page)).isEqualTo(numbered(0, 50));
        assertThat(page.truncated()).isTrue();
    }

    @Test
    void pagesOfMoreOutputsThanACursorHoldsSayThatThereIsMore() throws IOException {
        var processes = new ArrayList<ManagedProcess>();
        for (var i = 0; i < LogCursor.MOST + 1; i++) {
            write(directory.resolve(i + ".log"), "a\nb\n");
            processes.add(process(i, i + ".log", "none.log"));
        }

        var first = store.tail(processes, BOTH, LogCursor.MOST / 2);
        var last = store.before(processes, BOTH, 1_000, cursor(first));

        assertThat(first.truncated()).isTrue();
        assertThat(last.truncated()).isTrue();
        assertThat(last.before()).isEmpty();
    }

    @Test
    void flushEmptiesFilesAndForgetsWhatIsInMemory() throws IOException {
        var file = write(file("app.log"), "a\n");
        rings.add(List.of(heard(1, LogStream.OUT, "a")));

        store.flush(List.of(process(0, "app.log", "none.log")));

        assertThat(file).isEmptyFile();
        assertThat(rings.tail(_ -> true, 10)).isEmpty();
    }

    @Test
    void flushLeavesAloneWhatALinkLeadsTo() throws IOException {
        var secret = write(file("secret"), "a\n");
        Files.createSymbolicLink(directory.resolve("link.log"), secret);

        store.flush(List.of(process(0, "link.log", "none.log")));

        assertThat(secret).hasContent("a\n");
    }

    @Test
    void rotatedFilesAreKnownByTheirNames() {
        assertThat(List.of("app.log.1", "app.log.12.gz", "app.log-20261127", "app.log-20261127.gz",
                "app__2026-11-27_00-00-00.log", "app__2026-11-27_00-00-00.log.gz"))
                .allMatch(name -> RotatedName.of("app.log", name).isPresent());
        assertThat(List.of("app.log", "app.log.gz", "app-2.log", "app.log.bak", "app__x-out.log", "app__2026.txt", "b.log.1"))
                .allMatch(name -> RotatedName.of("app.log", name).isEmpty());
    }

    private interface Size {
        int next();
    }

    private List<String> all(List<ManagedProcess> processes, Size size) throws IOException {
        var page = store.tail(processes, BOTH, size.next());
        var lines = new ArrayList<>(texts(page));
        while (page.before().isPresent()) {
            assertThat(page.truncated()).isTrue();
            page = store.before(processes, BOTH, size.next(), cursor(page));
            lines.addAll(0, texts(page));
        }
        assertThat(page.truncated()).isFalse();
        return lines;
    }

    private static LogLine heard(int seq, LogStream stream, String text) {
        return new LogLine(OptionalLong.of(seq), new ProcessId(0), "app0", stream,
                Optional.of(Instant.ofEpochMilli(1_000 + seq)),
                Optional.empty(), false, text);
    }

    private static LogCursor cursor(LogPage page) {
        return LogCursor.parse(page.before().orElseThrow()).orElseThrow();
    }

    private static List<String> texts(LogPage page) {
        return page.lines().stream().map(LogLine::text).toList();
    }

    private static List<String> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "line " + i).toList();
    }

    private static String text(List<String> lines, String end) {
        return String.join(end, lines) + end;
    }

    private final List<Path> aging = new ArrayList<>();

    private Path file(String name) {
        var path = directory.resolve(name);
        aging.add(path);
        return path;
    }

    /// In the order in which they were named.
    private void age() {
        for (var i = 0; i < aging.size(); i++) {
            try {
                Files.setLastModifiedTime(aging.get(i), FileTime.from(Instant.parse("2026-11-01T00:00:00Z").plusSeconds(i)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }

    private static void gzip(Path file, String text) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(UTF_8));
        }
    }

    private ManagedProcess process(int id, String out, String error) {
        return new ManagedProcess(new ProcessId(id), "app" + id, "default", Status.ONLINE, OptionalLong.empty(), ExecMode.FORK,
                0, 0,
                Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty(),
                OptionalInt.empty(), false, 0, 0,
                new LogFiles(Optional.of(directory.resolve(out)), Optional.of(directory.resolve(error)), Optional.empty()),
                Map.of(), new EnvFingerprint(Map.of()), List.of(), List.of());
    }
}
