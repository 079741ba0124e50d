package dev.pm2console.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

/// What is done again and again. Jobs go by the time that passes and not by the clock: when that is set back by an hour, an
/// hour without any of them would follow. Each run has a virtual thread. No job runs twice at once, and one that was held up
/// leaves out what it missed.
public final class Jobs implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Jobs.class);
    private static final Duration LAST_RUNS = Duration.ofSeconds(5);

    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("jobs").factory());
    private final ExecutorService runs = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory());
    private final List<Job> jobs = new ArrayList<>();

    /// Adds one, before they begin.
    ///
    /// @param interval from one run to the next
    public synchronized void every(String name, Duration interval, Runnable work) {
        jobs.add(new Job(name, interval.toNanos(), work));
    }

    /// Runs all of them for the first time, and from then on at their intervals.
    public synchronized void begin() {
        jobs.forEach(Job::begin);
    }

    /// Begins no more runs, and waits a while for those that go on.
    @Override
    public void close() {
        timer.shutdownNow();
        runs.shutdown();
        try {
            if (!runs.awaitTermination(LAST_RUNS.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warnf("a job still runs after %d s and is left to itself", LAST_RUNS.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Job implements Runnable {

        private final String name;
        private final long interval;
        private final Runnable work;
        private long due;

        private Job(String name, long interval, Runnable work) {
            this.name = name;
            this.interval = interval;
            this.work = work;
        }

        private void begin() {
            due = System.nanoTime();
            start();
        }

        private void start() {
            try {
                runs.execute(this);
            } catch (RejectedExecutionException ending) {
                LOG.debugf("no more runs of the job %s", name);
            }
        }

        @Override
        public void run() {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.errorf(e, "a run of the job %s failed", name);
            } finally {
                next();
            }
        }

        private void next() {
            var now = System.nanoTime();
            due += Math.max(1, Math.ceilDiv(now - due, interval)) * interval;
            try {
                var _ = timer.schedule(this::start, due - now, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException ending) {
                LOG.debugf("no more runs of the job %s", name);
            }
        }
    }
}
