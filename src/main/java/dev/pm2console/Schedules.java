package dev.pm2console;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;

/// Lets what is done again and again begin when the console has started, and not before: what keeps it from starting is told
/// in one sentence, with no job in between that finds half a console.
final class Schedules {

    private static final int LAST = Interceptor.Priority.PLATFORM_AFTER + 1_000;

    void begin(@Observes @Priority(LAST) StartupEvent started, Scheduler scheduler) {
        scheduler.resume();
    }

    void end(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent stopping, Scheduler scheduler) {
        scheduler.pause();
    }
}
