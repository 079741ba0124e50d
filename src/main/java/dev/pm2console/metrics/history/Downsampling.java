package dev.pm2console.metrics.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Puts points, which come oldest first, together into wider ones: the least of the least, the mean weighed by samples, the
/// greatest of the greatest.
final class Downsampling implements Consumer<Point> {

    private final long step;
    private final List<Point> wide = new ArrayList<>();

    Downsampling(long step) {
        this.step = step;
    }

    @Override
    public void accept(Point point) {
        var at = Math.floorDiv(point.at(), step) * step;
        if (!wide.isEmpty() && wide.getLast().at() == at) {
            wide.add(wide.removeLast().with(point));
        } else {
            wide.add(new Point(at, point.min(), point.mean(), point.max(), point.count()));
        }
    }

    List<Point> points() {
        return wide;
    }
}
