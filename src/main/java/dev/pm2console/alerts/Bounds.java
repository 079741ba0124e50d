package dev.pm2console.alerts;

import java.time.Duration;

/// How much of everything there may be.
public final class Bounds {

    public static final int RULES = 100;
    public static final int CHANNELS = 20;
    public static final int NAME = 64;
    public static final int TARGETS = 50;
    public static final int RECIPIENTS = 20;
    /// Characters of a webhook's address.
    public static final int ADDRESS = 2_000;
    /// Characters of a token or a header.
    public static final int SECRET = 1_000;
    public static final long LEAST_BYTES = 1L << 20;
    public static final long MOST_BYTES = 1L << 50;
    public static final int MOST_PERCENT = 100_000;
    public static final int MOST_RESTARTS = 1_000;
    public static final Duration LEAST_WINDOW = Duration.ofSeconds(10);
    public static final Duration LONGEST = Duration.ofDays(1);

    /// Alerts that are kept, and for how long.
    static final int KEPT = 10_000;
    static final Duration KEPT_FOR = Duration.ofDays(30);
    /// Messages that wait to be delivered, altogether and for one channel.
    static final int WAITING = 1_000;
    static final int WAITING_FOR_ONE = 400;

    private Bounds() {
    }

    static void check(long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(value + " is not " + least + " to " + most);
        }
    }
}
