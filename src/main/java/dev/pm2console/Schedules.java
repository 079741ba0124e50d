package dev.pm2console;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import dev.pm2console.jobs.Jobs;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/// Lets what is done again and again begin when the console has started, and not before: what keeps it from starting is told
/// in one sentence, with no job in between that finds half a console.
final class Schedules {

    private static final int LAST = Interceptor.Priority.PLATFORM_AFTER + 1_000;

    void begin(@Observes @Priority(LAST) StartupEvent started, Jobs jobs) {
        jobs.begin();
    }

    void end(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent stopping, Jobs jobs) {
        jobs.close();
    }
}
