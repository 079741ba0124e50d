package dev.pm2console.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Nothing keeps a job from its next run.
@Timeout(120)
class JobsTest {

    private final Paper timetable = new Paper();
    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-11-27T12:00:00Z"));
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // nano time may overflow
    private final Jobs jobs = new Jobs(timetable, clock::get, nanos::get);

    /// A timetable that only says what it was told.
    private static final class Paper implements Jobs.Timetable {
        private final Map<String, Runnable> runs = new LinkedHashMap<>();
        private final List<String> told = new ArrayList<>();

        @Override
        public void add(String name, Duration interval, Runnable run) {
            runs.put(name, run);
            told.add("add " + name + " " + interval);
        }

        @Override
        public void remove(String name) {
            told.add("remove " + name);
        }

        @Override
        public void begin() {
            told.add("begin");
        }

        @Override
        public void end() {
            told.add("end");
        }
    }

    @AfterEach
    void end() {
        jobs.close();
    }

    @Test
    void nothingRunsBeforeTheyBegin() {
        jobs.every("often", Duration.ofSeconds(1), () -> {
        });
        jobs.begin();

        assertThat(timetable.told).containsExactly("add often PT1S", "begin");
    }

    @Test
    void runThatFailsIsTheJobsOwnAffair() {
        var runs = new AtomicInteger();
        jobs.every("failing", Duration.ofSeconds(1), () -> {
            runs.incrementAndGet();
            throw new IllegalStateException("as asked for by the test");
        });

        timetable.runs.get("failing").run();
        timetable.runs.get("failing").run();

        assertThat(runs).hasValue(2);
    }

    @Test
    void noJobRunsTwiceAtOnce() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var runs = new AtomicInteger();
        jobs.every("slow", Duration.ofSeconds(1), () -> {
            runs.incrementAndGet();
            begun.countDown();
            uninterruptibly(release);
        });
        var first = Thread.startVirtualThread(timetable.runs.get("slow"));
        begun.await();

        timetable.runs.get("slow").run();
        release.countDown();
        first.join();

        assertThat(runs).hasValue(1);
    }

    @Test
    void clockThatIsSetBackKeepsNobodyWaiting() {
        jobs.every("a", Duration.ofSeconds(1), () -> {
        });
        jobs.every("b", Duration.ofHours(1), () -> {
        });
        timetable.told.clear();
        pass(Duration.ofSeconds(1), Duration.ofHours(-1));

        jobs.lookAtTheClock();
        jobs.lookAtTheClock();

        assertThat(timetable.told).containsExactly("remove a", "add a PT1S", "remove b", "add b PT1H");
    }

    @Test
    void clockThatIsPutRightOrSetForwardDisturbsNobody() {
        jobs.every("a", Duration.ofSeconds(1), () -> {
        });
        timetable.told.clear();

        pass(Duration.ofSeconds(10), Duration.ofMillis(-500));
        jobs.lookAtTheClock();
        pass(Duration.ofSeconds(1), Duration.ofDays(1));
        jobs.lookAtTheClock();

        assertThat(timetable.told).isEmpty();
    }

    @Test
    void endWaitsForWhatRuns() throws InterruptedException {
        var running = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var whole = new AtomicBoolean();
        jobs.every("last", Duration.ofHours(1), () -> {
            running.countDown();
            uninterruptibly(release);
            whole.set(true);
        });
        Thread.startVirtualThread(timetable.runs.get("last"));
        running.await();
        Thread.startVirtualThread(release::countDown);

        jobs.close();

        assertThat(whole).isTrue();
    }

    /// Time passes, and somebody sets the clock.
    private void pass(Duration time, Duration set) {
        nanos.addAndGet(time.toNanos());
        clock.updateAndGet(it -> it.plus(time).plus(set));
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException broken) {
            Thread.currentThread().interrupt();
        }
    }
}
