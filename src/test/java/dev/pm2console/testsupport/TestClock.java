package dev.pm2console.testsupport;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that goes on when the test says so.
public final class TestClock implements InstantSource {

    private volatile Instant now;

    public TestClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Lets time pass.
    public void pass(Duration time) {
        now = now.plus(time);
    }
}
