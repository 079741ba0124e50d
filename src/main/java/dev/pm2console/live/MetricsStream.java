package dev.pm2console.live;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.pm2console.metrics.HostUsage;
import dev.pm2console.metrics.MetricsSnapshot;
import dev.pm2console.metrics.MetricsSnapshot.Source;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.Status;
import dev.pm2console.process.Target;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;

/// The figures of every tick, as frames of `/live/metrics`. A frame is written once for all who watch the same processes,
/// and not at all where nobody watches. Whoever reads slowly gets the newest frame when ready for it, and not the ones in
/// between.
public final class MetricsStream {

    private final Supplier<List<ManagedProcess>> processes;
    private final Supplier<MetricsSnapshot> latest;
    private final List<Viewer> viewers = new CopyOnWriteArrayList<>();

    /// @param processes the list as it is known; empty while the daemon is down
    /// @param latest    what was measured last
    public MetricsStream(Supplier<List<ManagedProcess>> processes, Supplier<MetricsSnapshot> latest) {
        this.processes = processes;
        this.latest = latest;
    }

    /// The frames from now on, beginning with the present one.
    ///
    /// @param filter the processes to tell about; empty for all of them
    /// @param closed ends the stream
    public Multi<String> frames(Optional<Target> filter, CompletionStage<?> closed) {
        return Multi.createFrom().emitter(emitter -> {
            var snapshot = latest.get();
            if (!snapshot.equals(MetricsSnapshot.NONE)) {
                emitter.emit(frame(snapshot, processes.get(), filter));
            }
            var viewer = new Viewer(filter, emitter);
            viewers.add(viewer);
            emitter.onTermination(() -> viewers.remove(viewer));
            closed.whenComplete((_, _) -> emitter.complete());
        }, BackPressureStrategy.LATEST);
    }

    /// Something was measured. Never waits for a viewer.
    void tick(MetricsSnapshot snapshot) {
        if (viewers.isEmpty()) {
            return;
        }
        var list = processes.get();
        Map<Optional<Target>, String> frames = new HashMap<>();
        viewers.forEach(viewer -> viewer.emitter.emit(
                frames.computeIfAbsent(viewer.filter, filter -> frame(snapshot, list, filter))));
    }

    /// How many are watching.
    public int viewers() {
        return viewers.size();
    }

    private static String frame(MetricsSnapshot snapshot, List<ManagedProcess> list, Optional<Target> filter) {
        return Frame.of("metrics", snapshot.at().toEpochMilli(), json -> {
            host(json, snapshot.host());
            json.writeArrayFieldStart("processes");
            for (var process : filter.map(target -> target.select(list)).orElse(list)) {
                process(json, process, snapshot);
            }
            json.writeEndArray();
        });
    }

    private static void host(JsonGenerator json, HostUsage host) throws IOException {
        json.writeObjectFieldStart("host");
        Frame.write(json, "cpu", host.cpu());
        Frame.write(json, "memoryUsed", host.memoryUsed());
        Frame.write(json, "memoryTotal", host.memoryTotal());
        Frame.write(json, "load1", host.load1());
        Frame.write(json, "cores", host.cores());
        Frame.write(json, "diskTotal", host.diskTotal());
        Frame.write(json, "diskFree", host.diskFree());
        json.writeBooleanField("limited", host.limited());
        json.writeEndObject();
    }

    private static void process(JsonGenerator json, ManagedProcess process, MetricsSnapshot snapshot) throws IOException {
        var usage = snapshot.of(process);
        json.writeStartObject();
        json.writeNumberField("id", process.id().value());
        Frame.write(json, "cpu", usage.cpu());
        Frame.write(json, "memory", usage.memory());
        json.writeStringField("status", process.status().wire());
        json.writeNumberField("restarts", process.restarts());
        Frame.write(json, "uptimeMs", uptime(process, snapshot.at().toEpochMilli()));
        Frame.write(json, "pid", process.pid());
        Frame.write(json, "threads", usage.threads());
        Frame.write(json, "openFiles", usage.resources().openFiles());
        Frame.write(json, "openFilesLimit", usage.resources().openFilesLimit());
        Frame.write(json, "diskRead", usage.resources().diskRead());
        Frame.write(json, "diskWrite", usage.resources().diskWrite());
        Frame.write(json, "pss", usage.resources().pss());
        json.writeStringField("measured", usage.measured().map(Source::wire).orElse(null));
        json.writeEndObject();
    }

    private static OptionalLong uptime(ManagedProcess process, long now) {
        return process.status() == Status.ONLINE && process.onlineSince().isPresent()
                ? OptionalLong.of(Math.max(0, now - process.onlineSince().get().toEpochMilli()))
                : OptionalLong.empty();
    }

    private record Viewer(Optional<Target> filter, MultiEmitter<? super String> emitter) {
    }
}
