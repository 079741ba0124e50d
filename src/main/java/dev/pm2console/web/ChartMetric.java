package dev.pm2console.web;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

import dev.pm2console.command.Results;

/// A figure that can be drawn.
///
/// @param wire  its name in the API: `openFiles`, `probe:Heap Size`
/// @param title what a person calls it
/// @param unit  `%`, `bytes`, `bytes/s`, one that an application made up, or empty
public record ChartMetric(String wire, String title, String unit) {

    private static final String PROBE = "probe:";
    private static final List<ChartMetric> MEASURED = List.of(
            new ChartMetric("cpu", "CPU", "%"),
            new ChartMetric("memory", "Memory", "bytes"),
            new ChartMetric("pss", "Memory, shared parts divided", "bytes"),
            new ChartMetric("threads", "Threads", ""),
            new ChartMetric("openFiles", "Open files", ""),
            new ChartMetric("diskRead", "Read from disk", "bytes/s"),
            new ChartMetric("diskWrite", "Written to disk", "bytes/s"));

    /// What there is to choose from: what is measured of every process, what these publish of themselves, and what the
    /// address names.
    static List<ChartMetric> of(List<Results.Detail> processes, List<String> named) {
        var probes = processes.stream().flatMap(process -> process.metrics().stream())
                .map(probe -> new ChartMetric(PROBE + probe.name(), probe.name(), probe.unit()));
        var known = Stream.concat(MEASURED.stream(), probes).toList();
        var others = named.stream().filter(wire -> wire.startsWith(PROBE))
                .map(wire -> new ChartMetric(wire, wire.substring(PROBE.length()), ""));
        var seen = new HashSet<String>();
        return Stream.concat(known.stream(), others).filter(metric -> seen.add(metric.wire)).toList();
    }

    /// Whether there can be such a figure.
    static boolean exists(String wire) {
        return (wire.startsWith(PROBE) && wire.length() > PROBE.length())
                || MEASURED.stream().anyMatch(metric -> metric.wire.equals(wire));
    }

    /// A figure as it is written.
    public String written(Optional<Double> value) {
        if (value.isEmpty()) {
            return Figures.number(OptionalLong.empty());
        }
        return switch (unit) {
            case "%" -> Figures.percent(OptionalDouble.of(value.get()));
            case "bytes" -> Figures.bytes(OptionalLong.of(Math.round(value.get())));
            case "bytes/s" -> Figures.bytes(OptionalLong.of(Math.round(value.get()))) + "/s";
            default -> (plain(value.get()) + " " + unit).strip();
        };
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, Math.abs(value) < 1 ? "%.2f" : "%.1f", value);
    }
}
