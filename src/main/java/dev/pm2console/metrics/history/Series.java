package dev.pm2console.metrics.history;

import java.util.List;

/// One metric of one process over time.
///
/// @param step   milliseconds that a point stands for
/// @param points oldest first; none where nothing was measured
public record Series(SeriesKey key, String metric, long step, List<Point> points) {

    public Series {
        points = List.copyOf(points);
    }
}
