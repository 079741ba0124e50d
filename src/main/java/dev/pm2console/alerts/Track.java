package dev.pm2console.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

import dev.pm2console.process.Status;

/// What has to be remembered of one process from moment to moment, and what each condition says of it.
final class Track {

    private static final double SMOOTH_SECONDS = 10;
    private static final int LOOPING = 3;
    /// Between the end of a process and its restart PM2 calls it stopped for a moment.
    private static final Duration IN_PASSING = Duration.ofSeconds(3);
    private static final Duration SETTLED = Duration.ofSeconds(15);
    private static final Duration OUT_OF_LOOP = Duration.ofSeconds(60);

    private final Instant firstSeen;
    private final Deque<Restarted> restarted = new ArrayDeque<>();
    private Watched now;
    private Instant at;
    private OptionalDouble cpu;
    private Instant noLoopBefore = Instant.EPOCH;
    private Instant inStatusSince;

    private record Restarted(Instant at, int times) {
    }

    Track(Watched process, Instant at) {
        this.firstSeen = at;
        this.now = process;
        this.at = at;
        this.inStatusSince = process.status() == Status.STOPPED ? at.minus(IN_PASSING) : at;
        this.cpu = process.cpu();
    }

    Watched process() {
        return now;
    }

    /// When it was in the list last.
    Instant lastSeen() {
        return at;
    }

    void see(Watched process, Instant moment) {
        var more = process.restarts() - now.restarts(); // fewer than before: they were counted anew
        if (more > 0) {
            restarted.addLast(new Restarted(moment, more));
            if (restarted.size() > Bounds.MOST_RESTARTS + 1) {
                restarted.removeFirst();
            }
        }
        while (!restarted.isEmpty() && restarted.getFirst().at.isBefore(moment.minus(Bounds.LONGEST))) {
            restarted.removeFirst();
        }
        cpu = smoothed(process, Duration.between(at, moment));
        inStatusSince = process.status() == now.status() ? inStatusSince : moment;
        now = process;
        at = moment;
        if (isStopped() || hasRunFor(OUT_OF_LOOP)) {
            noLoopBefore = moment;
        }
    }

    Check check(Condition condition) {
        return switch (condition) {
            case Condition.InStatus(var status) -> now.status() == Status.STOPPED && !isStopped() ? Check.UNKNOWN
                    : Check.of(now.status() == status, now.status().toString());
            case Condition.CrashLoop _ -> crashLoop();
            case Condition.MemoryOver(var bytes) -> memory(bytes);
            case Condition.CpuOver(var percent) -> cpu(percent);
            case Condition.RestartsOver(var count, var within) -> restarts(count, within);
            case Condition.LogSilent(var time) -> silence(time);
            case Condition.DaemonDown _ -> Check.UNKNOWN;
        };
    }

    private Check crashLoop() {
        if (now.status() == Status.ERRORED) {
            return Check.of(true, "PM2 gave up on it");
        }
        // PM2 leaves the count as it is when the process runs at last
        var settled = isStopped() || (hasRunFor(SETTLED) && hasRunFor(now.minUptime().multipliedBy(2)));
        if (now.unstableRestarts() >= LOOPING && !settled) {
            return Check.of(true, now.unstableRestarts() + " restarts in quick succession");
        }
        return now.loopAt().filter(noLoopBefore::isBefore).map(_ -> Check.of(true, "it ends again and again"))
                .orElseGet(Check::not);
    }

    private Check memory(long bytes) {
        if (!now.status().isUp()) {
            return Check.not();
        }
        return now.memory().isEmpty() ? Check.UNKNOWN
                : Check.of(now.memory().getAsLong() > bytes, Wording.bytes(now.memory().getAsLong()));
    }

    private Check cpu(double percent) {
        if (!now.status().isUp()) {
            return Check.not();
        }
        return cpu.isEmpty() ? Check.UNKNOWN : Check.of(cpu.getAsDouble() > percent, Wording.percent(cpu.getAsDouble()));
    }

    private Check restarts(int count, Duration within) {
        var since = at.minus(within);
        var times = restarted.stream().filter(it -> it.at.isAfter(since)).mapToInt(Restarted::times).sum();
        return Check.of(times > count, times + (times == 1 ? " restart" : " restarts"));
    }

    private Check silence(Duration time) {
        if (now.status() != Status.ONLINE) {
            return Check.not();
        }
        var heard = latest(firstSeen, latest(now.onlineSince().orElse(firstSeen), now.lastLine().orElse(firstSeen)));
        var silent = Duration.between(heard, at);
        return Check.of(silent.compareTo(time) >= 0, "silent for " + Wording.duration(silent));
    }

    /// A tick's figure jumps about; over some seconds it says something.
    private OptionalDouble smoothed(Watched process, Duration passed) {
        if (process.cpu().isEmpty() || cpu.isEmpty() || !process.onlineSince().equals(now.onlineSince())) {
            return process.cpu();
        }
        var weight = 1 - Math.exp(-passed.toMillis() / 1000.0 / SMOOTH_SECONDS);
        return OptionalDouble.of(cpu.getAsDouble() + (process.cpu().getAsDouble() - cpu.getAsDouble()) * weight);
    }

    private boolean isStopped() {
        return now.status() == Status.STOPPED && !at.isBefore(inStatusSince.plus(IN_PASSING));
    }

    private boolean hasRunFor(Duration time) {
        return now.onlineSince().filter(since -> since.plus(time).isBefore(at)).isPresent();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
