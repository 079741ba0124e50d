package dev.pm2console.rest;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import dev.pm2console.process.ProcessManager;

/// Tells service managers and proxies how PM2 is, and nothing else, because anybody may ask. The console is ready whether
/// PM2 is there or not: it serves, and says so to its users.
@Readiness
@Singleton
class DaemonHealth implements HealthCheck {

    private final ProcessManager manager;

    DaemonHealth(ProcessManager manager) {
        this.manager = manager;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("pm2").withData("daemon", manager.daemon().state().wire()).up().build();
    }
}
