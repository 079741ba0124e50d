package dev.pm2console.metrics.history;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Answers what was used when, with as many points as a chart can show.
public final class HistoryQuery {

    /// The most points of an answer, of each series.
    public static final int MAX_POINTS = 2_000;

    /// What is told where nobody says from when.
    public static final Duration USUAL = Duration.ofMinutes(15);

    private final History history;
    private final InstantSource clock;
    private final Duration sampling;
    private final Duration retention;

    /// @param sampling  from one sample to the next
    /// @param retention how long points of a minute are kept
    public HistoryQuery(History history, InstantSource clock, Duration sampling, Duration retention) {
        this.history = history;
        this.clock = clock;
        this.sampling = sampling;
        this.retention = retention;
    }

    /// Some time, and how wide its points are.
    ///
    /// @param from in milliseconds since 1970
    /// @param to   likewise; not included
    public record Span(long from, long to, Step step) {

        /// Milliseconds that a point stands for.
        public long stepMillis() {
            return step.millis();
        }
    }

    /// @param step milliseconds that are wanted for a point; the answer's may be longer, as far back as finer ones are not kept
    /// @return empty where these were too many points
    public Optional<Span> span(Optional<Instant> from, Optional<Instant> to, OptionalLong step) {
        var now = clock.instant();
        var last = Math.min(to.orElse(now).toEpochMilli(), now.toEpochMilli() + 1);
        var oldest = now.minus(retention).toEpochMilli();
        var first = Math.max(oldest, from.map(Instant::toEpochMilli).orElse(last - USUAL.toMillis()));
        var range = Math.max(0, last - first);
        var age = now.toEpochMilli() - first;
        var chosen = step.isPresent() ? Step.atLeast(step.getAsLong(), age) : Step.fitting(range, age, sampling.toMillis());
        return range / chosen.millis() > MAX_POINTS ? Optional.empty() : Optional.of(new Span(first, last, chosen));
    }

    /// These metrics of these processes.
    public List<Series> series(Collection<SeriesKey> keys, List<String> metrics, Span span) {
        return keys.stream().flatMap(key -> history.series(key, metrics, span.from(), span.to(), span.step()).stream())
                .toList();
    }

    /// The last quarter of an hour in so many spans; the last one has the present moment.
    public Span recent(int points) {
        var seconds = Math.max(sampling.toMillis(), Math.ceilDiv(USUAL.toMillis(), points * 1_000L) * 1_000L);
        var step = new Step(Tier.SECONDS, seconds); // of which the last quarter of an hour is in memory
        var now = clock.millis();
        var end = Math.floorDiv(now, step.millis()) * step.millis() + step.millis();
        return new Span(end - points * step.millis(), end, step);
    }

    /// Everybody whose history there is under this name or id.
    public List<SeriesKey> keys(String name, int id) {
        return history.keys(name, id).stream().sorted(Comparator.comparing(SeriesKey::id)).toList();
    }
}
