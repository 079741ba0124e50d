package dev.pm2console.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

import dev.pm2console.audit.AuditEntry;
import dev.pm2console.metrics.HostUsage;
import dev.pm2console.metrics.MetricsPoller;
import dev.pm2console.metrics.MetricsSnapshot;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.Status;

/// Shows processes to clients: the facts that PM2 told, with the figures that were measured.
public final class Views {

    private static final String HIDDEN = "••••";

    private final MetricsPoller metrics;
    private final InstantSource clock;

    Views(MetricsPoller metrics, InstantSource clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    List<Results.Summary> processes(List<ManagedProcess> processes) {
        return processes.stream().map(this::process).toList();
    }

    Results.Summary process(ManagedProcess process) {
        var usage = metrics.latest().of(process);
        return new Results.Summary(
                process.id().value(),
                process.name(),
                process.namespace(),
                process.status().wire(),
                process.pid(),
                process.mode().wire(),
                usage.cpu(),
                usage.memory(),
                process.restarts(),
                uptime(process),
                process.onlineSince(),
                process.user(),
                process.watching(),
                process.version());
    }

    Results.Detail detail(ManagedProcess process) {
        var brief = process(process);
        var options = process.options();
        return new Results.Detail(
                brief.id(), brief.name(), brief.namespace(), brief.status(), brief.pid(), brief.mode(), brief.cpu(),
                brief.memory(), brief.restarts(), brief.uptimeMs(), brief.startedAt(), brief.user(), brief.watching(),
                brief.version(),
                text(options, "script"),
                texts(options, "args"),
                text(options, "cwd"),
                text(options, "interpreter"),
                texts(options, "node_args"),
                process.nodeVersion(),
                new Results.LogPaths(process.logs().out().map(Path::toString), process.logs().error().map(Path::toString),
                        process.logs().combined().map(Path::toString)),
                !Boolean.FALSE.equals(options.get("autorestart")),
                options.get("max_memory_restart") instanceof Long bytes ? OptionalLong.of(bytes) : OptionalLong.empty(),
                text(options, "cron_restart"),
                process.unstableRestarts(),
                process.exitCode(),
                process.createdAt(),
                process.probes().stream().map(probe -> new Results.Metric(probe.name(), probe.value(), probe.unit()))
                        .toList(),
                process.actions(),
                resources(process));
    }

    /// @param revealed the variable to show as it is, with its value
    Results.Description description(ManagedProcess process, Map<String, String> revealed) {
        var env = new TreeMap<String, String>();
        process.env().names().forEach(name -> env.put(name, revealed.getOrDefault(name, HIDDEN)));
        return new Results.Description(detail(process), new TreeMap<>(process.options()), env);
    }

    Results.Usage usage(ManagedProcess process) {
        var brief = process(process);
        return new Results.Usage(brief.id(), brief.name(), brief.status(), brief.pid(), brief.cpu(), brief.memory(),
                brief.uptimeMs(), brief.restarts(), resources(process));
    }

    private Results.Resources resources(ManagedProcess process) {
        var usage = metrics.latest().of(process);
        var held = usage.resources();
        return new Results.Resources(usage.threads(), held.openFiles(), held.openFilesLimit(), rounded(held.diskRead()),
                rounded(held.diskWrite()), held.pss(), usage.measured().map(MetricsSnapshot.Source::wire));
    }

    private static OptionalDouble rounded(OptionalDouble rate) {
        return rate.isPresent() ? OptionalDouble.of(Math.rint(rate.getAsDouble())) : rate;
    }

    static Results.AuditEntry entry(AuditEntry entry) {
        return new Results.AuditEntry(entry.at(), entry.command(), entry.door(), entry.actor(), entry.role(), entry.agent(),
                entry.session(), entry.message(), entry.target(), entry.parameters(), entry.outcome().toString(), entry.code(),
                entry.took().toMillis());
    }

    Results.Host host() {
        HostUsage host = metrics.latest().host();
        return new Results.Host(host.cpu(), host.memoryUsed(), host.memoryTotal(), host.load1(), host.cores(),
                host.diskTotal(), host.diskFree(), host.limited());
    }

    Instant now() {
        return clock.instant();
    }

    private OptionalLong uptime(ManagedProcess process) {
        return process.status() == Status.ONLINE && process.onlineSince().isPresent()
                ? OptionalLong.of(Math.max(0, clock.millis() - process.onlineSince().get().toEpochMilli()))
                : OptionalLong.empty();
    }

    private static Optional<String> text(Map<String, Object> options, String name) {
        return options.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static List<String> texts(Map<String, Object> options, String name) {
        var texts = new ArrayList<String>();
        switch (options.get(name)) {
            case List<?> list -> list.forEach(item -> texts.add(item.toString()));
            case String text -> texts.add(text);
            case null, default -> {
            }
        }
        return texts;
    }
}
