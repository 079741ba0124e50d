package dev.pm2console.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.pm2console.process.EnvFingerprint;
import dev.pm2console.process.ExecMode;
import dev.pm2console.process.LogFiles;
import dev.pm2console.process.LogStream;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Status;

/// Searching the files of processes: what is found is what a look at every line would find, newest first.
@Timeout(60)
class LogSearchTest {

    @TempDir
    Path directory;

    private final LogArchive archive = new LogArchive(LogLimits.warningAt(1 << 20, 10));

    /// What a search told.
    private static final class Told implements LogSearch.Results {
        private final List<LogMatch> matches = new ArrayList<>();
        private final List<Long> bytes = new ArrayList<>();
        private boolean gone;
        private Optional<Boolean> truncated = Optional.empty();

        @Override
        public void progress(long files, long read, long total) {
            bytes.add(read);
            assertThat(read).isLessThanOrEqualTo(total);
        }

        @Override
        public void match(LogMatch match) {
            matches.add(match);
        }

        @Override
        public void end(int count, boolean more) {
            assertThat(count).isEqualTo(matches.size());
            truncated = Optional.of(more);
        }

        @Override
        public boolean isGone() {
            return gone;
        }

        List<String> texts() {
            return matches.stream().map(it -> it.line().text()).toList();
        }
    }

    private ManagedProcess process(int id, String name) {
        return new ManagedProcess(new ProcessId(id), name, "default", Status.ONLINE, OptionalLong.empty(), ExecMode.FORK, 0, 0,
                Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty(),
                OptionalInt.empty(), false, 0, 0,
                new LogFiles(Optional.of(file(name + "-out.log")), Optional.of(file(name + "-error.log")), Optional.empty()),
                Map.of(), EnvFingerprint.EMPTY, List.of(), List.of());
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    private static LogQuery query(LinePattern pattern, int limit, int context) {
        return new LogQuery(pattern, Optional.empty(), Optional.empty(), Optional.empty(), limit, context);
    }

    private Told search(LogQuery query, ManagedProcess... processes) throws IOException {
        var told = new Told();
        archive.search(List.of(processes), List.of(LogStream.OUT, LogStream.ERROR), query).orElseThrow().run(told);
        return told;
    }

    private static void gzip(Path file, String text) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(UTF_8));
        }
    }

    @Test
    void linesOfTheSameTimeStayTogetherInTheOrderOfTheirOutputs() throws Exception {
        for (var name : List.of("a", "b", "c")) {
            Files.writeString(file(name + "-out.log"),
                    "2026-01-01T00:00:00.000Z %1$s 1\n2026-01-01T00:00:00.000Z %1$s 2\n".formatted(name));
        }

        var found = search(query(LinePattern.text("2026"), 5, 0), process(0, "a"), process(1, "b"), process(2, "c"));

        assertThat(found.texts()).map(text -> text.substring(text.indexOf(' ') + 1)).containsExactly("a 2", "a 1", "b 2", "b 1",
                "c 2");
        assertThat(found.truncated).contains(true);
    }

    @Test
    void findsWhatALookAtEveryLineFinds() throws Exception {
        var random = new Random(7);
        var words = List.of("alpha", "Beta", "日本語", "😀", "ERROR", "\u001b[31mred\u001b[0m", "é", "needle", "ne\u001b[1medle");
        for (var round = 0; round < 8; round++) {
            var lines = new ArrayList<String>();
            for (var i = 0; i < 30_000; i++) {
                var line = new StringBuilder();
                for (var word = random.nextInt(12); word > 0; word--) {
                    line.append(words.get(random.nextInt(words.size()))).append(random.nextInt(100)).append(' ');
                }
                lines.add(line.toString());
            }
            var split = random.nextInt(lines.size());
            gzip(file("web-out__2026-01-01_00-00-00.log.gz"), String.join("\n", lines.subList(0, split)) + "\n");
            Files.setLastModifiedTime(file("web-out__2026-01-01_00-00-00.log.gz"),
                    java.nio.file.attribute.FileTime.from(Instant.now().minusSeconds(60)));
            Files.writeString(file("web-out.log"), String.join("\n", lines.subList(split, lines.size())));
            for (var text : List.of("needle1", "日本語4", "beta77", "Beta77", "é9", "99 ")) {
                var pattern = LinePattern.text(text);
                var expected = lines.reversed().stream().map(SafeText::line)
                        .filter(line -> pattern.test().test(LineBlock.visible(line))).toList();

                var found = search(query(pattern, 10_000, 0), process(0, "web"));

                assertThat(found.texts()).as(text).isEqualTo(expected.subList(0, Math.min(10_000, expected.size())));
                assertThat(found.truncated).contains(expected.size() > 10_000);
            }
        }
    }

    @Test
    void offsetLeadsToTheLine() throws Exception {
        Files.writeString(file("web-out.log"), "日本\nthe needle\nend\n");

        var match = search(query(LinePattern.text("needle"), 10, 0), process(0, "web")).matches.getFirst();

        assertThat(match.file()).isEqualTo("web-out.log");
        assertThat(match.offset()).isEqualTo("日本\n".getBytes(UTF_8).length);
    }

    @Test
    void contextGoesOverTheEdgesOfFiles() throws Exception {
        Files.writeString(file("web-out.log.1"), "one\ntwo\n");
        Files.writeString(file("web-out.log"), "three needle\nfour\n");

        var match = search(query(LinePattern.text("needle"), 10, 3), process(0, "web")).matches.getFirst();

        assertThat(match.before()).map(LogLine::text).containsExactly("one", "two");
        assertThat(match.after()).map(LogLine::text).containsExactly("four");
    }

    @Test
    void linesOfSeveralProcessesAreInTheOrderOfTheirTimes() throws Exception {
        Files.writeString(file("a-out.log"), "2026-01-01T00:00:01Z x1\n2026-01-01T00:00:03Z x3\n");
        Files.writeString(file("b-out.log"), "2026-01-01T00:00:02Z x2\n  x behind 2\n2026-01-01T00:00:04Z x4\n");

        var found = search(query(LinePattern.text("x"), 10, 0), process(0, "a"), process(1, "b"));

        assertThat(found.texts()).map(text -> text.replaceFirst("^2\\S+ ", "").strip())
                .containsExactly("x4", "x3", "x behind 2", "x2", "x1");
    }

    @Test
    void timesAndLevelsAreKept() throws Exception {
        Files.writeString(file("web-out.log"), IntStream.range(0, 60).mapToObj(i -> "2026-01-01T00:%02d:00Z [%s] line %d\n"
                .formatted(i, i % 2 == 0 ? "ERROR" : "INFO", i)).reduce("", String::concat));

        var found = search(new LogQuery(LinePattern.text("line"), Optional.of(Level.WARN),
                Optional.of(Instant.parse("2026-01-01T00:10:00Z")), Optional.of(Instant.parse("2026-01-01T00:14:00Z")), 10, 0),
                process(0, "web"));

        assertThat(found.texts()).map(text -> text.substring(text.length() - 2)).containsExactly("12", "10");
    }

    @Test
    void hugeLineIsFoundByItsBeginning() throws Exception {
        Files.writeString(file("web-out.log"), "first\nneedle " + "x".repeat(5 << 20) + "\nlast needle\n");

        var found = search(query(LinePattern.text("needle"), 10, 0), process(0, "web"));

        assertThat(found.matches).hasSize(2);
        assertThat(found.texts().getLast()).startsWith("needle xxx").endsWith(" bytes more]").hasSizeLessThan(70_000);
    }

    @Test
    void hugeLineOfAGzippedFileIsFoundToo() throws Exception {
        gzip(file("web-out.log.1.gz"), "first\nneedle " + "x".repeat(5 << 20) + "\nlast needle\n");

        var found = search(query(LinePattern.text("needle"), 10, 0), process(0, "web"));

        assertThat(found.texts().getFirst()).isEqualTo("last needle");
        assertThat(found.texts().getLast()).startsWith("needle xxx").endsWith(" bytes more]").hasSizeLessThan(70_000);
        assertThat(found.matches.getLast().offset()).isEqualTo(6);
    }

    @Test
    void limitCutsAndSaysSo() throws Exception {
        Files.writeString(file("web-out.log"), "x 1\nx 2\nx 3\n");

        var found = search(query(LinePattern.text("x"), 2, 0), process(0, "web"));

        assertThat(found.texts()).containsExactly("x 3", "x 2");
        assertThat(found.truncated).contains(true);
    }

    @Test
    void searchThatNobodyWaitsForStops() throws Exception {
        Files.writeString(file("web-out.log"), "x\n".repeat(4 << 20));
        var told = new Told();
        told.gone = true;
        var search = archive.search(List.of(process(0, "web")), List.of(LogStream.OUT), query(LinePattern.text("y"), 1, 0))
                .orElseThrow();

        assertThatThrownBy(() -> search.run(told)).isInstanceOf(IOException.class);
        assertThat(told.bytes).hasSizeLessThan(3);
    }

    @Test
    void onlySoManyGoOnAtOnce() {
        var query = query(LinePattern.any(), 1, 0);
        var first = archive.search(List.of(), List.of(), query).orElseThrow();
        assertThat(archive.search(List.of(), List.of(), query)).isPresent();

        assertThat(archive.search(List.of(), List.of(), query)).isEmpty();
        first.close();
        first.close();
        assertThat(archive.search(List.of(), List.of(), query)).isPresent();
        assertThat(archive.search(List.of(), List.of(), query)).isEmpty();
    }

    @Test
    void hostileExpressionIsLinear() throws Exception {
        Files.writeString(file("web-out.log"), ("a".repeat(5_000) + "!\n").repeat(20));
        var began = System.nanoTime();

        assertThat(search(query(LinePattern.regex("(a+)+$"), 10, 0), process(0, "web")).matches).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void badExpressionIsToldWithItsPosition() {
        assertThatThrownBy(() -> LinePattern.regex("abc(d")).hasMessageContaining("position");
        assertThatThrownBy(() -> LinePattern.regex("ab[z-a]")).hasMessageContaining("position 4");
    }

    @Test
    void literalOfAnExpressionIsWhatItMustHave() {
        assertThat(RegexLiteral.in("user=\\d+ failed")).isEqualTo(" failed");
        assertThat(RegexLiteral.in("colou?r")).isEqualTo("colo");
        assertThat(RegexLiteral.in("a|b")).isEmpty();
        assertThat(RegexLiteral.in("(?i)abc")).isEmpty();
        assertThat(RegexLiteral.in("abc{0}")).isEqualTo("ab");
        assertThat(RegexLiteral.in("a\\.b")).isEqualTo("a.b");
    }
}
