package dev.pm2console.metrics.history;

/// One metric over a span of time.
///
/// @param at    when the span begins, in milliseconds since 1970
/// @param mean  over all samples
/// @param count how many samples
public record Point(long at, float min, float mean, float max, int count) {

    /// Both spans as one, which begins with this.
    Point with(Point other) {
        var all = count + other.count;
        var sum = (double) mean * count + (double) other.mean * other.count;
        return new Point(at, Math.min(min, other.min), (float) (sum / all), Math.max(max, other.max), all);
    }
}
