package dev.pm2console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

import dev.pm2console.events.Witness;
import dev.pm2console.logs.Level;
import dev.pm2console.logs.LineKey;
import dev.pm2console.logs.LogLine;
import dev.pm2console.logs.LogRings;
import dev.pm2console.metrics.MetricsSnapshot;
import dev.pm2console.process.LogStream;
import dev.pm2console.process.ProcessId;

/// Remembers of each process what was measured last, and finds its last errors.
final class EventWitness implements Witness {

    private static final int MOST_LINES = 60;

    private final LogRings rings;
    private final Map<ProcessId, Long> memory = new ConcurrentHashMap<>();

    EventWitness(LogRings rings) {
        this.rings = rings;
    }

    /// What was measured in a tick. Of what ended just now the tick before counts.
    void tick(MetricsSnapshot snapshot) {
        snapshot.processes().forEach((id, usage) -> usage.memory().ifPresent(bytes -> memory.put(id, bytes)));
        if (memory.size() > snapshot.processes().size() + 1_000) {
            memory.keySet().retainAll(snapshot.processes().keySet());
        }
    }

    @Override
    public OptionalLong memory(ProcessId id) {
        var bytes = memory.remove(id);
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    @Override
    public List<Line> errors(ProcessId id, Instant from, Instant to) {
        return rings.last(id, line -> isError(line) && line.at().map(at -> !at.isBefore(from) && at.isBefore(to)).orElse(false),
                MOST_LINES).stream().map(line -> new Line(line.text(), LineKey.of(line).toString(), line.follows())).toList();
    }

    private static boolean isError(LogLine line) {
        return line.stream() == LogStream.ERROR || line.level().filter(level -> level.atLeast(Level.ERROR)).isPresent();
    }
}
