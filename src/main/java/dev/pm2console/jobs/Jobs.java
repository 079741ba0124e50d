package dev.pm2console.jobs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.jboss.logging.Logger;

/// What is done again and again. A timetable goes by the clock: when that is set back by an hour, an hour without any job would
/// follow. So all of them begin anew then. No job runs twice at once.
public final class Jobs implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Jobs.class);
    private static final Duration LAST_RUNS = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /// By less a clock is put right now and then.
    private static final Duration SET_BACK = Duration.ofSeconds(2);

    private final Timetable timetable;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final List<Job> jobs = new ArrayList<>();
    private volatile boolean closed;
    private long lookedAtNs;
    private Duration lookedAt;

    /// Who has jobs run.
    public interface Timetable {

        /// Has one run, for the first time soon.
        void add(String name, Duration interval, Runnable run);

        void remove(String name);

        /// Has all of them run from now on.
        void begin();

        /// Has none run any more.
        void end();
    }

    /// @param nanoTime the time that passes, whatever the clock says
    public Jobs(Timetable timetable, InstantSource clock, LongSupplier nanoTime) {
        this.timetable = timetable;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.lookedAtNs = nanoTime.getAsLong();
        this.lookedAt = Duration.ofMillis(clock.millis());
    }

    /// Adds one.
    ///
    /// @param interval from one run to the next, in whole seconds
    public synchronized void every(String name, Duration interval, Runnable work) {
        var job = new Job(name, interval, work);
        jobs.add(job);
        timetable.add(name, interval, job);
    }

    /// Lets all of them run.
    public void begin() {
        timetable.begin();
        Thread.ofVirtual().name("clock").start(this::watchTheClock);
    }

    /// Begins no more runs, and waits a while for those that go on.
    @Override
    public synchronized void close() {
        closed = true;
        timetable.end();
        var until = System.nanoTime() + LAST_RUNS.toNanos();
        jobs.forEach(job -> job.await(until));
    }

    /// Begins all of them anew where the clock was set back.
    synchronized void lookAtTheClock() {
        var nowNs = nanoTime.getAsLong();
        var now = Duration.ofMillis(clock.millis());
        var behind = Duration.ofNanos(nowNs - lookedAtNs).minus(now.minus(lookedAt));
        if (!closed && behind.compareTo(SET_BACK) > 0) {
            LOG.warnf("the clock was set back by %d s; what is done again and again begins anew", behind.toSeconds());
            jobs.forEach(job -> {
                timetable.remove(job.name);
                timetable.add(job.name, job.interval, job);
            });
        }
        lookedAtNs = nowNs;
        lookedAt = now;
    }

    private void watchTheClock() {
        try {
            while (!closed) {
                Thread.sleep(LOOK);
                lookAtTheClock();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Job implements Runnable {

        private final String name;
        private final Duration interval;
        private final Runnable work;
        private final ReentrantLock running = new ReentrantLock();

        private Job(String name, Duration interval, Runnable work) {
            this.name = name;
            this.interval = interval;
            this.work = work;
        }

        @Override
        public void run() {
            if (running.tryLock()) {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.errorf(e, "a run of the job %s failed", name);
                } finally {
                    running.unlock();
                }
            }
        }

        private void await(long until) {
            try {
                if (running.tryLock(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    running.unlock();
                } else {
                    LOG.warnf("the job %s still runs and is left to itself", name);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
