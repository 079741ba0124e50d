package dev.pm2console.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the overview shows of the past before there are charts, and where there are none.
///
/// @param view    which figures and times are wanted
/// @param metrics what there is to choose from
/// @param tables  one for each figure that is wanted
/// @param problem why there are no tables; empty where there are
/// @param now     what the clock shows
public record ChartSheet(ChartView view, List<ChartMetric> metrics, List<Table> tables, String problem, Instant now) {

    public ChartSheet {
        metrics = List.copyOf(metrics);
        tables = List.copyOf(tables);
    }

    /// One figure of several processes over time.
    ///
    /// @param columns the processes, by how they are called
    /// @param rows    oldest first
    /// @param all     how many processes there are, of which the first are shown
    public record Table(ChartMetric metric, List<String> columns, List<Row> rows, int all) {

        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        public boolean isOfOne() {
            return columns.size() == 1;
        }
    }

    /// @param at    when it begins
    /// @param cells one for each column
    public record Row(Instant at, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// What was measured in that time; nothing where nothing was.
    public record Cell(Optional<Double> min, Optional<Double> mean, Optional<Double> max) {

        static final Cell UNKNOWN = new Cell(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
