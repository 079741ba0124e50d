package dev.pm2console.testsupport;

import java.time.Duration;
import java.util.Map;

/// A PM2 with a daemon, and a console with a free port and an administrator's token.
public final class RealPm2Resource extends Pm2Resource {

    /// What `CONSOLE_ADMIN_TOKEN` is.
    public static final String TOKEN = "the-token-of-the-tests-0123456789abcdef";

    @Override
    void prepare(RealPm2 fresh) {
        fresh.checkingMemoryEvery(Duration.ofSeconds(2)).startDaemon();
    }

    @Override
    Map<String, String> settings() {
        return Map.of("console.admin-token", TOKEN, "quarkus.http.test-port", "0");
    }
}
