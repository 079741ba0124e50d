package dev.pm2console.live;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.pm2console.events.Cause;
import dev.pm2console.events.Ending;
import dev.pm2console.events.Event;
import dev.pm2console.events.EventListener;
import dev.pm2console.process.DaemonListener;
import dev.pm2console.process.DaemonState;
import dev.pm2console.process.DaemonStatus;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessEvent;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.Target;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;

/// What happens, as frames of `/live/events`. The first frame says how the daemon is, so that whoever connects has missed
/// nothing. A frame is written once for everybody. Whoever is [#MOST_WAITING] frames behind has lost the thread: that
/// stream fails, and the client connects again and looks at everything anew.
public final class EventsStream implements DaemonListener, EventListener {

    /// The most frames that wait for one client.
    static final int MOST_WAITING = 256;

    private final Supplier<DaemonStatus> daemon;
    private final Supplier<List<ManagedProcess>> known;
    private final InstantSource clock;
    private final List<Viewer> viewers = new CopyOnWriteArrayList<>();

    /// @param manager whose events these are
    public EventsStream(ProcessManager manager, InstantSource clock) {
        this(manager::daemon, manager::known, clock);
    }

    EventsStream(Supplier<DaemonStatus> daemon, Supplier<List<ManagedProcess>> known, InstantSource clock) {
        this.daemon = daemon;
        this.known = known;
        this.clock = clock;
    }

    /// The present state of the daemon, then everything that happens.
    ///
    /// @param filter tell of the events of these processes only; the daemon's are for everybody
    /// @param closed ends the stream
    public Multi<String> frames(Optional<Target> filter, CompletionStage<?> closed) {
        return Multi.createFrom().emitter(emitter -> {
            var viewer = new Viewer(filter, emitter);
            viewers.add(viewer); // first: a change between the two is rather told twice than never
            emitter.onTermination(() -> viewers.remove(viewer));
            closed.whenComplete((_, _) -> emitter.complete());
            emitter.emit(frame(daemon.get()));
        }, MOST_WAITING);
    }

    /// How many are watching.
    public int viewers() {
        return viewers.size();
    }

    @Override
    public void daemonChanged(DaemonStatus status) {
        if (!viewers.isEmpty()) {
            var frame = frame(status);
            viewers.forEach(viewer -> viewer.emitter.emit(frame));
        }
    }

    @Override
    public void processEvent(ProcessEvent event) {
        // told when it is known why
    }

    @Override
    public void happened(Event event) {
        switch (event.kind()) {
            case DAEMON_DOWN, DAEMON_UP -> {
                // told already, the moment that it was noticed
            }
            case START, ONLINE, EXIT, RESTART, CRASH_LOOP, GAVE_UP, STOP, RELOAD, SCALE, DELETE, COMMAND -> tell(event);
        }
    }

    private void tell(Event event) {
        var interested = viewers.stream().filter(viewer -> viewer.filter.map(it -> concerns(it, event)).orElse(true)).toList();
        if (!interested.isEmpty()) {
            var frame = frame(event);
            interested.forEach(viewer -> viewer.emitter.emit(frame));
        }
    }

    @Override
    public void listChanged() {
        // the metrics show it
    }

    private boolean concerns(Target target, Event event) {
        return switch (target) {
            case Target.ById it -> event.id().isPresent() && event.id().get().value() == it.id();
            case Target.ByName it -> event.process().filter(it.name()::equals).isPresent();
            case Target.ByNamespace it -> event.namespace().filter(it.namespace()::equals).isPresent();
            // a process that is gone is in no list any more, but its name still is its name
            case Target.Unqualified it ->
                event.process().filter(it.text()::equals).isPresent() || it.select(known.get()).stream()
                        .anyMatch(process -> event.id().isPresent() && process.id().equals(event.id().get()));
        };
    }

    private String frame(DaemonStatus status) {
        var event = status.state() == DaemonState.ONLINE ? "daemon-up" : "daemon-down";
        return Frame.of("event", clock.millis(), json -> {
            json.writeStringField("event", event);
            json.writeNullField("id");
            json.writeNullField("process");
            json.writeObjectFieldStart("detail");
            json.writeStringField("daemon", status.state().wire());
            json.writeStringField("reason", status.state() == DaemonState.ONLINE ? null : status.reason());
            Frame.write(json, "pid", status.pid());
            json.writeStringField("version", status.version().orElse(null));
            json.writeEndObject();
        });
    }

    private static String frame(Event event) {
        return Frame.of("event", event.at().toEpochMilli(), json -> {
            json.writeStringField("event", event.kind().wire());
            if (event.id().isPresent()) {
                json.writeNumberField("id", event.id().get().value());
            } else {
                json.writeNullField("id");
            }
            json.writeStringField("process", event.process().orElse(null));
            json.writeObjectFieldStart("detail");
            json.writeNumberField("number", event.number());
            json.writeStringField("namespace", event.namespace().orElse(null));
            json.writeStringField("cause", event.cause().map(Cause::wire).orElse(null));
            json.writeStringField("reason", event.reason().orElse(null));
            json.writeStringField("actor", event.actor().orElse(null));
            var standing = event.standing();
            json.writeBooleanField("manually", standing.manually());
            json.writeStringField("status", standing.status().map(status -> status.wire()).orElse(null));
            Frame.write(json, "restarts", standing.restarts());
            Frame.write(json, "unstableRestarts", standing.unstableRestarts());
            ending(json, event.ending());
            json.writeNumberField("count", event.count());
            json.writeBooleanField("aside", event.aside());
            json.writeBooleanField("problem", event.isProblem());
            Frame.write(json, "retells", event.retells());
            json.writeEndObject();
        });
    }

    private static void ending(JsonGenerator json, Ending ending) throws IOException {
        Frame.write(json, "exitCode", ending.exitCode());
        json.writeStringField("signal", ending.signal().orElse(null));
        Frame.write(json, "uptimeMs", ending.uptimeMs());
        Frame.write(json, "memory", ending.memory());
        json.writeArrayFieldStart("lines");
        for (var line : ending.lines()) {
            json.writeString(line);
        }
        json.writeEndArray();
        json.writeStringField("line", ending.line().orElse(null));
    }

    private record Viewer(Optional<Target> filter, MultiEmitter<? super String> emitter) {
    }
}
