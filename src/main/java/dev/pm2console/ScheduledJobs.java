package dev.pm2console;

import java.time.Duration;

import dev.pm2console.jobs.Jobs;
import io.quarkus.scheduler.Scheduler;

/// Has the framework's scheduler run jobs, each on a virtual thread.
final class ScheduledJobs implements Jobs.Timetable {

    private final Scheduler scheduler;

    ScheduledJobs(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void add(String name, Duration interval, Runnable run) {
        scheduler.newJob(name).setInterval(interval.toString()).setTask(_ -> run.run(), true).schedule();
    }

    @Override
    public void remove(String name) {
        scheduler.unscheduleJob(name);
    }

    @Override
    public void begin() {
        scheduler.resume();
    }

    @Override
    public void end() {
        scheduler.pause();
    }
}
