package dev.pm2console.metrics.history;

import java.util.Map;

/// What one process used at one moment.
///
/// @param values the figures that are known, by the name of the metric or `probe:` and the name of a probe
public record Reading(SeriesKey key, Map<String, Float> values) {

    public Reading {
        values = Map.copyOf(values);
    }
}
