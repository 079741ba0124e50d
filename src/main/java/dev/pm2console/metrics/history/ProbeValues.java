package dev.pm2console.metrics.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.pm2console.process.Probe;

/// The figures that an application publishes of itself, as far as they are numbers. It may say what it likes: their number
/// and names are bounded.
public final class ProbeValues {

    /// What the name of a probe's history begins with.
    public static final String PREFIX = "probe:";

    /// Of each process.
    static final int MOST = 16;
    static final int MAX_NAME = 64;

    private static final Pattern NUMBER = Pattern
            .compile("([-+]?\\d{1,15}(?:\\.\\d{1,20})?(?:[eE][-+]?\\d{1,2})?)\\s{0,4}[%\\p{L}/]{0,16}");

    private ProbeValues() {
    }

    static Map<String, Float> of(List<Probe> probes) {
        var values = new LinkedHashMap<String, Float>();
        for (var probe : probes) {
            var number = NUMBER.matcher(probe.value());
            if (values.size() < MOST && number.matches()) {
                var value = Float.parseFloat(number.group(1));
                if (Float.isFinite(value)) {
                    values.putIfAbsent(metric(probe), value);
                }
            }
        }
        return values;
    }

    /// What a probe's history is called: `probe:Event Loop Latency`.
    public static String metric(Probe probe) {
        var plain = probe.name().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return PREFIX + (plain.length() > MAX_NAME ? plain.substring(0, MAX_NAME) : plain);
    }
}
