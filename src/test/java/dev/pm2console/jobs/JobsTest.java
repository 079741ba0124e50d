package dev.pm2console.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.pm2console.testsupport.Patience;

/// Nothing keeps a job from its next run.
@Timeout(120)
class JobsTest {

    private static final Duration SOON = Duration.ofMillis(5);

    private final Jobs jobs = new Jobs();

    @AfterEach
    void end() {
        jobs.close();
    }

    @Test
    void nothingRunsBeforeTheyBeginAndThenEachAtOnceAndAgain() {
        var often = new AtomicInteger();
        var rarely = new AtomicInteger();
        jobs.every("often", SOON, often::incrementAndGet);
        jobs.every("rarely", Duration.ofHours(1), rarely::incrementAndGet);
        assertThat(often).hasValue(0);

        jobs.begin();

        Patience.await().until(() -> often.get() > 3 && rarely.get() == 1);
    }

    @Test
    void runThatFailsIsNotTheLast() {
        var runs = new AtomicInteger();
        jobs.every("failing", SOON, () -> {
            runs.incrementAndGet();
            throw new IllegalStateException("as asked for by the test");
        });

        jobs.begin();

        Patience.await().until(() -> runs.get() > 3);
    }

    @Test
    void oneThatIsHeldUpHoldsUpNoOtherAndCatchesUpNothing() {
        var gate = new Semaphore(0);
        var slow = new AtomicInteger();
        var quick = new AtomicInteger();
        jobs.every("slow", SOON, () -> {
            slow.incrementAndGet();
            gate.acquireUninterruptibly();
        });
        jobs.every("quick", SOON, quick::incrementAndGet);

        jobs.begin();

        Patience.await().until(() -> quick.get() > 20);
        assertThat(slow).hasValue(1);
        gate.release();
        Patience.await().until(() -> slow.get() == 2);
        gate.release(1_000);
    }

    @Test
    void endWaitsForWhatRuns() throws InterruptedException {
        var running = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var whole = new AtomicBoolean();
        jobs.every("last", Duration.ofHours(1), () -> {
            running.countDown();
            try {
                release.await();
                whole.set(true);
            } catch (InterruptedException broken) {
                Thread.currentThread().interrupt();
            }
        });
        jobs.begin();
        running.await();
        Thread.startVirtualThread(release::countDown);

        jobs.close();

        assertThat(whole).isTrue();
    }
}
