package dev.pm2console.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.logs.Level;
import dev.pm2console.logs.LogBatch;
import dev.pm2console.logs.LogLine;
import dev.pm2console.process.LogStream;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Target;
import dev.pm2console.testsupport.Patience;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

class LogsStreamTest {

    private static final LogsQuery ALL = query(Set.of(), Optional.empty(), Optional.empty());

    private final List<LogLine> ring = new CopyOnWriteArrayList<>();
    private final LogsStream stream = new LogsStream((matching, count) -> {
        var found = ring.stream().filter(matching).toList();
        return found.subList(Math.max(0, found.size() - count), found.size());
    }, List::of);
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private long seq;

    @BeforeEach
    void start() {
        stream.start();
    }

    @AfterEach
    void end() {
        closed.complete(null);
        stream.close();
    }

    @Test
    void historyThenEveryLineWithoutGapOrDuplicate() {
        var writer = Thread.startVirtualThread(() -> LongStream.range(0, 3_000).forEach(_ -> write("app", "text")));
        var viewers = new ArrayList<AssertSubscriber<String>>();
        for (var i = 0; i < 20; i++) {
            viewers.add(watch(ALL, 10_000, Long.MAX_VALUE));
            var next = 100 * (i + 1);
            Patience.await().until(() -> ring.size() >= next);
        }
        Patience.await().until(() -> !writer.isAlive());

        for (var viewer : viewers) {
            Patience.await().until(() -> numbers(viewer).size() >= 3_000);
            assertThat(numbers(viewer)).isEqualTo(LongStream.rangeClosed(1, 3_000).boxed().toList());
        }
    }

    @Test
    void whoReadsNothingIsToldHowManyLinesAreMissing() {
        var slow = watch(ALL, 0, 0);
        var text = "x".repeat(10_000);
        for (var i = 0; i < 1_000; i++) {
            write("app", text);
        }
        var quick = watch(ALL, 1, Long.MAX_VALUE);
        Patience.await().until(() -> numbers(quick).contains(1_000L));

        slow.request(Long.MAX_VALUE);

        Patience.await().until(() -> numbers(slow).contains(1_000L));
        assertThat(skipped(slow)).isPositive();
        assertThat(numbers(slow).size() + skipped(slow)).isEqualTo(1_000);
        assertThat(stream.skipped()).isEqualTo(skipped(slow));
        assertThat(numbers(slow)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void manyWhoReadNothingShareWhatMayWait() {
        var slow = LongStream.range(0, 64).mapToObj(_ -> watch(ALL, 0, 0)).toList();
        for (var i = 0; i < 1_000; i++) {
            write("app", "x".repeat(10_000));
        }
        var late = watch(ALL, 1_000, 0);
        var quick = watch(ALL, 1, Long.MAX_VALUE);
        Patience.await().until(() -> numbers(quick).contains(1_000L));

        for (var viewer : Stream.concat(slow.stream(), Stream.of(late)).toList()) {
            viewer.request(Long.MAX_VALUE);
            Patience.await().until(() -> numbers(viewer).contains(1_000L));
            assertThat(numbers(viewer).size() + skipped(viewer)).isEqualTo(1_000);
            assertThat(viewer.getItems().stream().mapToLong(String::length).sum())
                    .isLessThan(2 * (LogsStream.MOST / 64) + LogFrame.LONGEST);
        }
    }

    @Test
    void linesThatAreLostBeforeAreToldToThoseWhomTheyConcern() {
        var one = watch(query(Set.of(Target.parse("app")), Optional.empty(), Optional.empty()), 0, Long.MAX_VALUE);
        var other = watch(query(Set.of(Target.parse("other")), Optional.empty(), Optional.empty()), 0, Long.MAX_VALUE);

        stream.accept(new LogBatch(List.of(),
                List.of(new LogBatch.Lost(new ProcessId(1), "app", LogStream.OUT, 7))));
        write("other", "text");

        Patience.await().until(() -> !one.getItems().isEmpty() && !other.getItems().isEmpty());
        assertThat(skipped(one)).isEqualTo(7);
        assertThat(skipped(other)).isZero();
    }

    @Test
    void onlyWhatIsAskedForComes() {
        var viewer = watch(query(Set.of(Target.parse("app")), Optional.of("wor+ld"), Optional.of(Level.WARN)), 10,
                Long.MAX_VALUE);
        write("other", "world", Level.ERROR);
        write("app", "world", Level.INFO);
        write("app", "word", Level.ERROR);
        write("app", "the worrrld", Level.FATAL);

        Patience.await().until(() -> numbers(viewer).contains(4L));

        assertThat(numbers(viewer)).containsExactly(4L);
    }

    @Test
    void frameIsBounded() {
        LongStream.range(0, 60).forEach(_ -> write("app", "y".repeat(60_000)));

        var viewer = watch(ALL, 60, Long.MAX_VALUE);

        Patience.await().until(() -> numbers(viewer).size() == 60);
        assertThat(viewer.getItems()).allMatch(frame -> frame.length() < LogFrame.LONGEST + 1_000);
    }

    @Test
    void streamEndsWithItsSocket() {
        var viewer = watch(ALL, 0, 1);

        closed.complete(null);

        viewer.awaitCompletion(Patience.LONG);
    }

    @Test
    void expressionThatIsNoneIsRefused() {
        assertThatThrownBy(() -> query(Set.of(), Optional.of("a(b"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("a(b");
        assertThatThrownBy(() -> query(Set.of(), Optional.of("a".repeat(1_001)), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1000");
    }

    private AssertSubscriber<String> watch(LogsQuery query, int lines, long demand) {
        return stream.frames(query, lines, closed).subscribe().withSubscriber(AssertSubscriber.create(demand));
    }

    private void write(String process, String text) {
        write(process, text, Level.INFO);
    }

    private void write(String process, String text, Level level) {
        var line = new LogLine(OptionalLong.of(++seq), new ProcessId(1), process, LogStream.OUT, Optional.of(Instant.EPOCH),
                Optional.of(level), false, text);
        ring.add(line);
        stream.accept(new LogBatch(List.of(line), List.of()));
    }

    private static LogsQuery query(Set<Target> processes, Optional<String> grep, Optional<Level> level) {
        return new LogsQuery(processes, Optional.empty(), grep, level);
    }

    private static List<Long> numbers(AssertSubscriber<String> viewer) {
        var numbers = new ArrayList<Long>();
        frames(viewer).forEach(frame -> frame.get("lines").forEach(line -> numbers.add(line.get("seq").asLong())));
        return numbers;
    }

    private static long skipped(AssertSubscriber<String> viewer) {
        return frames(viewer).stream().mapToLong(frame -> frame.get("skipped").asLong()).sum();
    }

    private static List<JsonNode> frames(AssertSubscriber<String> viewer) {
        var json = new ObjectMapper();
        return viewer.getItems().stream().map(frame -> {
            try {
                return json.readTree(frame);
            } catch (JsonProcessingException e) {
                throw new AssertionError(frame, e);
            }
        }).toList();
    }
}
