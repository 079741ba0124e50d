package dev.pm2console.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Those of PM2's options of a process that say what becomes of it when it ends.
record Options(Map<String, Object> all) {

    private static final int RESTARTS = 16;
    private static final int MIN_UPTIME = 1_000;

    /// The timetable by which it is restarted.
    Optional<String> cron() {
        return Optional.ofNullable(all.get("cron_restart")).map(Object::toString)
                .filter(it -> !it.isBlank() && !it.equals("0"));
    }

    /// How long PM2 waits before it starts it again, in milliseconds.
    OptionalLong delay() {
        return number("restart_delay");
    }

    /// Whether PM2 waits longer each time.
    boolean isBackingOff() {
        return number("exp_backoff_restart_delay").isPresent();
    }

    /// After how many restarts in quick succession PM2 gives up.
    long mostRestarts() {
        return number("max_restarts").orElse(RESTARTS);
    }

    /// So long after a process came into its list PM2 gives up on it; later it does not.
    Duration givingUpWithin() {
        return Duration.ofMillis(number("min_uptime").orElse(MIN_UPTIME) * mostRestarts());
    }

    /// What PM2 does after an end.
    ///
    /// @param quickEnds how many ends in quick succession it counts
    /// @param createdAt when the process came into its list, where that is known
    /// @param delay     how long PM2 said that it waits, where it waits longer each time
    String outlook(Instant at, int quickEnds, Optional<Instant> createdAt, Optional<Duration> delay) {
        var when = isBackingOff()
                ? "PM2 tries again after " + delay.map(it -> Sizes.time(it.toMillis())).orElse("a while") + ", and waits longer"
                        + " each time"
                : delay().isPresent() && delay().getAsLong() > 0 ? "PM2 tries again after " + Sizes.time(delay().getAsLong())
                        : "PM2 tries again at once";
        var givesUp = quickEnds > 0 && createdAt.map(it -> at.isBefore(it.plus(givingUpWithin()))).orElse(true);
        return givesUp ? when + "; it gives up at " + mostRestarts() + " quick ends within its first "
                + Sizes.time(givingUpWithin().toMillis()) + ", of which it counts " + quickEnds
                : when + ", and does not give up";
    }

    private OptionalLong number(String name) {
        try {
            return all.containsKey(name) ? OptionalLong.of(Long.parseLong(String.valueOf(all.get(name))))
                    : OptionalLong.empty();
        } catch (NumberFormatException notOne) {
            return OptionalLong.empty();
        }
    }
}
