package dev.pm2console.pm2;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// How often the daemon may be asked for its list, going by how long it took to answer: at most half a percent of its time
/// when nothing happens, a tenth when much does.
///
/// One slow answer says little (the machine was busy, this program had just started): what counts is the middle one of the
/// last few, and while there are fewer the daemon is not taken for a slow one. Safe for use by several threads.
final class LoadPace {

    /// Between two loads when nothing happens.
    static final Duration IDLE = Duration.ofSeconds(5);
    /// The same, before it is known whether the daemon is slow time after time.
    static final Duration LONGEST_IDLE_AT_FIRST = Duration.ofSeconds(10);
    static final Duration LONGEST_IDLE = Duration.ofMinutes(1);
    /// After an event, so that a burst of them costs one load.
    static final Duration SETTLE = Duration.ofMillis(50);
    static final Duration LONGEST_SETTLE = Duration.ofSeconds(2);

    private static final int IDLE_SHARE = 200;
    private static final int BUSY_SHARE = 10;
    private static final int REMEMBERED = 3;

    private final Deque<Duration> last = new ArrayDeque<>();

    /// The list was loaded, and that took so long.
    synchronized void loaded(Duration took) {
        last.addLast(took);
        if (last.size() > REMEMBERED) {
            last.removeFirst();
        }
    }

    /// Forgets a daemon that is gone.
    synchronized void reset() {
        last.clear();
    }

    /// How long to wait when nothing happens.
    synchronized Duration idle() {
        return within(IDLE, usual().multipliedBy(IDLE_SHARE),
                last.size() < REMEMBERED ? LONGEST_IDLE_AT_FIRST : LONGEST_IDLE);
    }

    /// How long to wait for more, when something happens.
    synchronized Duration settle() {
        return within(SETTLE, usual().multipliedBy(BUSY_SHARE), LONGEST_SETTLE);
    }

    private Duration usual() {
        var sorted = last.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((sorted.size() - 1) / 2);
    }

    private static Duration within(Duration least, Duration wanted, Duration most) {
        return wanted.compareTo(least) < 0 ? least : wanted.compareTo(most) > 0 ? most : wanted;
    }
}
