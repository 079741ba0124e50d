package dev.pm2console.testsupport;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// How long tests wait for what has to happen. A wait that goes well costs nothing, so it is far more than a machine needs
/// that is busy with other things, and less than a test's own time limit.
public final class Patience {

    /// For whatever a test waits for.
    public static final Duration LONG = Duration.ofMinutes(1);

    private static final Duration INTERVAL = Duration.ofMillis(50);

    private Patience() {
    }

    /// Waits for a condition, in place of Awaitility's own.
    public static ConditionFactory await() {
        return Awaitility.await().atMost(LONG).pollInterval(INTERVAL);
    }
}
