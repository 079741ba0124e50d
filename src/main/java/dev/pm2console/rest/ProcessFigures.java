package dev.pm2console.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.pm2console.metrics.MetricsSnapshot;
import dev.pm2console.metrics.MetricsSnapshot.Usage;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.Status;
import io.prometheus.client.Collector;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;

/// PM2's processes for Prometheus: as they are known and were measured last, made when somebody asks. Of more than 1,000, those
/// with the highest ids are left out, and counted.
final class ProcessFigures extends Collector {

    static final int MOST = 1_000;
    private static final int MAX_TEXT = 100;
    private static final double PERCENT = 100;
    private static final double MILLIS = 1_000;
    private static final List<String> LABELS = List.of("id", "name", "namespace");

    private final Supplier<List<ManagedProcess>> processes;
    private final Supplier<MetricsSnapshot> latest;

    /// @param processes the list as it is known; empty while the daemon is down
    /// @param latest    what was measured last
    ProcessFigures(Supplier<List<ManagedProcess>> processes, Supplier<MetricsSnapshot> latest) {
        this.processes = processes;
        this.latest = latest;
    }

    @Override
    public List<MetricFamilySamples> collect() {
        var list = processes.get();
        var told = list.stream().limit(MOST).toList();
        var families = new ArrayList<MetricFamilySamples>();
        families.add(gauge("cpu_cores", "Cores in use by the process and its descendants", told,
                (_, usage) -> divided(usage.cpu(), PERCENT)));
        families.add(gauge("memory_bytes", "Resident memory of the process and its descendants", told,
                (_, usage) -> number(usage.memory())));
        families.add(
                gauge("memory_proportional_bytes", "The same, where memory that several processes share is divided among them",
                        told, (_, usage) -> number(usage.resources().pss())));
        families.add(gauge("threads", "Threads of the process and its descendants", told,
                (_, usage) -> usage.threads().isPresent() ? OptionalDouble.of(usage.threads().getAsInt())
                        : OptionalDouble.empty()));
        families.add(gauge("open_files", "Files that the process and its descendants have open", told,
                (_, usage) -> usage.resources().openFiles().isPresent()
                        ? OptionalDouble.of(usage.resources().openFiles().getAsInt())
                        : OptionalDouble.empty()));
        families.add(gauge("open_files_limit", "Files that the process may have open", told,
                (_, usage) -> number(usage.resources().openFilesLimit())));
        families.add(gauge("disk_read_bytes_per_second", "Bytes that the process and its descendants had disks read", told,
                (_, usage) -> usage.resources().diskRead()));
        families.add(gauge("disk_written_bytes_per_second", "Bytes that the process and its descendants had disks write", told,
                (_, usage) -> usage.resources().diskWrite()));
        families.add(gauge("uptime_seconds", "How long the process has been online", told, (process, _) -> uptime(process)));
        families.add(gauge("unstable_restarts", "Restarts in quick succession, after which PM2 gives up", told,
                (process, _) -> OptionalDouble.of(process.unstableRestarts())));
        families.add(restarts(told));
        families.add(status(told));
        families.add(totals(list));
        families.add(
                new GaugeMetricFamily("pm2_processes_left_out", "Processes that have no figures here, as there are too many",
                        list.size() - told.size()));
        return families;
    }

    private GaugeMetricFamily gauge(String name, String help, List<ManagedProcess> processes,
            BiFunction<ManagedProcess, Usage, OptionalDouble> figure) {
        var snapshot = latest.get();
        var family = new GaugeMetricFamily("pm2_process_" + name, help, LABELS);
        for (var process : processes) {
            figure.apply(process, snapshot.of(process)).ifPresent(value -> family.addMetric(labels(process), value));
        }
        return family;
    }

    private static CounterMetricFamily restarts(List<ManagedProcess> processes) {
        var family = new CounterMetricFamily("pm2_process_restarts", "Restarts since the process was started or reset", LABELS);
        processes.forEach(process -> family.addMetric(labels(process), process.restarts()));
        return family;
    }

    private static GaugeMetricFamily status(List<ManagedProcess> processes) {
        var family = new GaugeMetricFamily("pm2_process_status", "1 for the status that the process has",
                Stream.concat(LABELS.stream(), Stream.of("status")).toList());
        for (var process : processes) {
            var labels = new ArrayList<>(labels(process));
            labels.add(process.status().wire());
            family.addMetric(labels, 1);
        }
        return family;
    }

    private static GaugeMetricFamily totals(List<ManagedProcess> processes) {
        var family = new GaugeMetricFamily("pm2_processes", "Processes by status", List.of("status"));
        processes.stream()
                .collect(Collectors.groupingBy(process -> process.status().wire(), TreeMap::new, Collectors.counting()))
                .forEach((status, count) -> family.addMetric(List.of(status), (double) count));
        return family;
    }

    private OptionalDouble uptime(ManagedProcess process) {
        var since = process.onlineSince();
        return process.status() == Status.ONLINE && since.isPresent()
                ? OptionalDouble.of(Math.max(0, latest.get().at().toEpochMilli() - since.get().toEpochMilli()) / MILLIS)
                : OptionalDouble.empty();
    }

    private static List<String> labels(ManagedProcess process) {
        return List.of(process.id().toString(), plain(process.name()), plain(process.namespace()));
    }

    private static String plain(String text) {
        var bounded = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        return bounded.replaceAll("\\p{Cntrl}", " ");
    }

    private static OptionalDouble divided(OptionalDouble value, double by) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / by) : value;
    }

    private static OptionalDouble number(OptionalLong value) {
        return value.isPresent() ? OptionalDouble.of((double) value.getAsLong()) : OptionalDouble.empty();
    }
}
