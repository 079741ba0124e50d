package dev.pm2console.live;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import com.google.re2j.Pattern;

import dev.pm2console.logs.LogBatch;
import dev.pm2console.logs.LogLine;
import dev.pm2console.process.LogStream;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Target;

/// A query, for the list of processes as it is now.
final class LogsFilter implements Predicate<LogLine> {

    private final LogsQuery query;
    private final Optional<Pattern> grep;
    private final Set<ProcessId> ids = new HashSet<>();
    /// What is not in the list any more still has its name.
    private final Set<String> names = new HashSet<>();

    LogsFilter(LogsQuery query, Optional<Pattern> grep, List<ManagedProcess> list) {
        this.query = query;
        this.grep = grep;
        for (var target : query.processes()) {
            switch (target) {
                case Target.ById it -> ids.add(new ProcessId(Math.max(0, it.id())));
                case Target.ByName it -> names.add(it.name());
                case Target.ByNamespace it -> it.select(list).forEach(process -> ids.add(process.id()));
                case Target.Unqualified it -> {
                    names.add(it.text());
                    it.select(list).forEach(process -> ids.add(process.id()));
                }
            }
        }
    }

    @Override
    public boolean test(LogLine line) {
        return isOf(line.id(), line.process(), line.stream())
                && query.level().map(least -> line.level().filter(it -> it.atLeast(least)).isPresent()).orElse(true)
                && grep.map(it -> it.matcher(line.text()).find()).orElse(true);
    }

    /// Whether lost lines may be some that the query wants; what they said nobody knows.
    boolean concerns(LogBatch.Lost lost) {
        return isOf(lost.id(), lost.process(), lost.stream());
    }

    private boolean isOf(ProcessId id, String name, LogStream stream) {
        return (query.processes().isEmpty() || ids.contains(id) || names.contains(name))
                && query.stream().map(stream::equals).orElse(true);
    }
}
