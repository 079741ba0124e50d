package dev.pm2console.pm2;

import java.time.Duration;

/// How long to wait before the next attempt: the first time so long, then twice as long each time, up to a longest. For
/// one thread.
final class Backoff {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    Duration next() {
        var wait = next;
        next = wait.multipliedBy(2).compareTo(longest) < 0 ? wait.multipliedBy(2) : longest;
        return wait;
    }

    /// An attempt was good: begin anew.
    void reset() {
        next = first;
    }
}
