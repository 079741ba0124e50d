package dev.pm2console.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import dev.pm2console.command.CommandException;
import dev.pm2console.command.GetHistory;
import dev.pm2console.command.HistoryResults;
import dev.pm2console.command.Results;

/// Puts together what the overview shows of the past.
@Singleton
class ChartSheets {

    private static final int ROWS = 15;
    private static final int MOST_COLUMNS = 8;
    private static final Duration LEAST_STEP = Duration.ofSeconds(1);

    private final PageDoor door;
    private final InstantSource clock;

    ChartSheets(PageDoor door, InstantSource clock) {
        this.door = door;
        this.clock = clock;
    }

    /// @param processes none where they can't be asked for
    ChartSheet of(String nameOrId, List<Results.Detail> processes, ChartView view) {
        var metrics = ChartMetric.of(processes, view.metrics());
        var now = clock.instant();
        try {
            var span = view.span(now);
            var tables = metrics.stream().filter(view::wants).map(metric -> table(nameOrId, metric, span)).toList();
            return new ChartSheet(view, metrics, tables, "", now);
        } catch (CommandException e) {
            return new ChartSheet(view, metrics, List.of(), e.failure().message(), now);
        }
    }

    private ChartSheet.Table table(String nameOrId, ChartMetric metric, ChartView.Span span) {
        var step = Duration.between(span.from(), span.to()).dividedBy(ROWS);
        var series = door.execute(new GetHistory(nameOrId, List.of(metric.wire()), Optional.of(span.from()),
                Optional.of(span.to()),
                OptionalLong.of((step.compareTo(LEAST_STEP) < 0 ? LEAST_STEP : step).toMillis()))).series();
        var known = series.stream().filter(it -> !it.points().isEmpty()).toList();
        var shown = known.stream().limit(MOST_COLUMNS).toList();
        var columns = shown.stream().map(it -> it.process() + " (" + it.id() + ")").toList();
        return new ChartSheet.Table(metric, columns, rows(shown), known.size());
    }

    private static List<ChartSheet.Row> rows(List<HistoryResults.Series> series) {
        var cells = series.stream().map(ChartSheets::cells).toList();
        var times = new TreeSet<Instant>();
        cells.forEach(it -> times.addAll(it.keySet()));
        return times.stream().map(at -> new ChartSheet.Row(at,
                cells.stream().map(it -> it.getOrDefault(at, ChartSheet.Cell.UNKNOWN)).toList())).toList();
    }

    private static Map<Instant, ChartSheet.Cell> cells(HistoryResults.Series series) {
        return series.points().stream().collect(Collectors.toMap(point -> Instant.ofEpochMilli(point.get(0).longValue()),
                point -> new ChartSheet.Cell(Optional.of(point.get(1).doubleValue()), Optional.of(point.get(2).doubleValue()),
                        Optional.of(point.get(3).doubleValue()))));
    }
}
