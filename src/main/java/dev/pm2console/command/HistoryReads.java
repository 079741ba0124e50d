package dev.pm2console.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

import dev.pm2console.metrics.Metric;
import dev.pm2console.metrics.history.HistoryQuery;
import dev.pm2console.metrics.history.Point;
import dev.pm2console.metrics.history.ProbeValues;
import dev.pm2console.metrics.history.Series;
import dev.pm2console.metrics.history.SeriesKey;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.Target;

/// The commands that tell what was used when: from what the console has kept, also while there is no daemon, and of
/// processes that are gone.
final class HistoryReads {

    private static final int MAX_SERIES = 64;
    private static final long MIN_STEP = 1_000;
    private static final List<String> USUAL = List.of(Metric.CPU.wire(), Metric.MEMORY.wire());

    private final ProcessManager manager;
    private final HistoryQuery history;

    HistoryReads(ProcessManager manager, HistoryQuery history) {
        this.manager = manager;
        this.history = history;
    }

    HistoryResults.History history(GetHistory command) {
        var metrics = metrics(command.metric());
        if (command.from().isPresent() && command.to().isPresent() && command.from().get().isAfter(command.to().get())) {
            throw CommandException.invalid("from", "is not after to");
        }
        if (command.step().isPresent() && command.step().getAsLong() < MIN_STEP) {
            throw CommandException.invalid("step", "is at least " + MIN_STEP + " milliseconds");
        }
        var span = history.span(command.from(), command.to(), command.step()).orElseThrow(() -> CommandException.invalid("step",
                "is so long that there are at most " + HistoryQuery.MAX_POINTS + " points"));
        var keys = keys(command.nameOrId());
        if (keys.size() * metrics.size() > MAX_SERIES) {
            throw CommandException.invalid("nameOrId", "means " + keys.size() + " processes; with " + metrics.size()
                    + " metrics each, at most " + MAX_SERIES / metrics.size() + " are told of at once");
        }
        return new HistoryResults.History(history.series(keys, metrics, span).stream().map(this::told).toList());
    }

    HistoryResults.Recent recent(RecentHistory command) {
        var span = history.recent(command.points());
        var metrics = command.metric().isEmpty() ? USUAL : command.metric().stream().distinct().toList();
        var processes = new ArrayList<HistoryResults.Use>();
        for (var process : manager.remembered()) {
            var byMetric = history.series(List.of(SeriesKey.of(process)), metrics, span).stream()
                    .collect(Collectors.toMap(Series::metric, series -> means(series, span.from(), command.points())));
            processes.add(new HistoryResults.Use(process.id().value(), Optional.ofNullable(byMetric.get(Metric.CPU.wire())),
                    Optional.ofNullable(byMetric.get(Metric.MEMORY.wire()))));
        }
        return new HistoryResults.Recent(span.stepMillis(), Instant.ofEpochMilli(span.from()), processes);
    }

    private static List<String> metrics(List<String> asked) {
        asked.stream().filter(metric -> Metric.of(metric).isEmpty() && !metric.startsWith(ProbeValues.PREFIX)).findFirst()
                .ifPresent(metric -> {
                    throw CommandException.invalid("metric", "is one of: "
                            + Arrays.stream(Metric.values()).map(Metric::wire).collect(Collectors.joining(", "))
                            + ", or probe: and the name of a probe");
                });
        return asked.isEmpty() ? USUAL : asked.stream().distinct().toList();
    }

    /// Those of the list that are meant; of a name also those that are gone.
    private SequencedSet<SeriesKey> keys(String nameOrId) {
        var target = Target.parse(nameOrId);
        var remembered = manager.remembered();
        var listed = target.select(remembered);
        var keys = listed.stream().map(SeriesKey::of).collect(Collectors.toCollection(LinkedHashSet::new));
        switch (target) {
            case Target.ById(_, var id) when listed.isEmpty() -> keys.addAll(history.keys("", id));
            case Target.ByName(_, var name) -> keys.addAll(history.keys(name, -1));
            case Target.Unqualified(var name) when listed.stream().allMatch(process -> process.name().equals(name)) ->
                keys.addAll(history.keys(name, -1));
            case Target _ -> {
            }
        }
        if (keys.isEmpty()) {
            if (remembered.isEmpty()) {
                manager.processes(); // says why there are none, if it is for the daemon
            }
            throw new CommandException(new Failure.ProcessNotFound(nameOrId));
        }
        return keys;
    }

    private HistoryResults.Series told(Series series) {
        return new HistoryResults.Series(series.key().id().value(), series.key().name(), series.metric(), unit(series),
                series.step(), series.points().stream().map(HistoryReads::told).toList());
    }

    private String unit(Series series) {
        return Metric.of(series.metric()).map(Metric::unit).orElseGet(() -> manager.remembered().stream()
                .filter(process -> SeriesKey.of(process).equals(series.key()))
                .map(ManagedProcess::probes).flatMap(List::stream)
                .filter(probe -> ProbeValues.metric(probe).equals(series.metric()))
                .map(probe -> probe.unit()).findFirst().orElse(""));
    }

    private static List<Number> told(Point point) {
        return List.of(point.at(), number(point.min()), number(point.mean()), number(point.max()));
    }

    private static List<Optional<Number>> means(Series series, long from, int points) {
        var means = new ArrayList<Optional<Number>>(Collections.nCopies(points, Optional.empty()));
        for (var point : series.points()) {
            var place = (int) ((point.at() - from) / series.step());
            if (place >= 0 && place < points) {
                means.set(place, Optional.of(brief(point.mean())));
            }
        }
        return means;
    }

    /// To one decimal, which is more than a small chart shows.
    private static Number brief(float value) {
        return number(Math.round(value * 10.0) / 10f);
    }

    /// As short as it can be told.
    private static Number number(float value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Number) (long) value
                : (Number) Double.valueOf(Float.toString(value));
    }
}
