package dev.pm2console.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.pm2console.events.Teller.Telling;
import dev.pm2console.process.DaemonNote;
import dev.pm2console.process.DaemonState;
import dev.pm2console.process.DaemonStatus;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessEvent;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Status;

/// The lives of all processes of one daemon. What the daemon did not tell, or told while nobody listened, is seen by the list.
/// For one thread at a time.
final class Lives {

    /// What the list shows for so long, and nobody told, was not told.
    private static final Duration NOT_TOLD = Duration.ofSeconds(3);
    /// What is missing in the list for so long is gone for good.
    private static final Duration GONE = Duration.ofSeconds(1);
    /// What was told of may take so long to come into the list, which a busy daemon is asked for less often.
    private static final Duration LATE = Duration.ofSeconds(10);
    private static final String AWAY = "while the console was away";
    private static final int NAMES = 10;

    private final Teller teller;
    private final Map<ProcessId, ProcessLife> lives = new TreeMap<>();
    private final Map<ProcessId, Instant> missing = new HashMap<>();
    private final Map<ProcessId, Instant> strangers = new HashMap<>();
    private Map<ProcessId, Seen> seen;
    private Optional<Instant> daemonSince;
    private boolean isOnline;
    private boolean toldDown;
    private Optional<Memory> kept = Optional.empty();

    /// How everything is.
    record Memory(List<Seen> processes, Optional<Instant> daemonSince) {
    }

    Lives(Teller teller, Recollection recollection) {
        this.teller = teller;
        this.seen = recollection.seen().stream().collect(Collectors.toMap(Seen::id, Function.identity()));
        this.daemonSince = recollection.daemonSince();
    }

    boolean isPending() {
        return lives.values().stream().anyMatch(ProcessLife::isPending);
    }

    /// What is to be kept for the next time; empty where that is kept already.
    Optional<Memory> toRemember() {
        if (!isOnline) {
            return Optional.empty();
        }
        var memory = Optional.of(new Memory(lives.values().stream().map(ProcessLife::seen).toList(), daemonSince));
        var changed = memory.equals(kept) ? Optional.<Memory> empty() : memory;
        kept = memory;
        return changed;
    }

    /// What was to be kept could not be.
    void notRemembered() {
        kept = Optional.empty();
    }

    /// The daemon is there, with this list.
    void arrive(DaemonStatus status, List<ManagedProcess> list, Instant now) {
        var isSame = daemonSince.isPresent() && daemonSince.equals(status.onlineSince());
        if (isOnline && isSame) {
            return;
        }
        if (!isSame || toldDown) {
            var version = "PM2 " + status.version().orElse("of an unknown version");
            var away = !isSame && daemonSince.isPresent() && !toldDown ? " was started " + AWAY : " answers";
            teller.tellOfDaemon(Telling.of(isSame ? now : status.onlineSince().orElse(now), EventKind.DAEMON_UP,
                    Why.of(Cause.UNKNOWN, version + away)));
        }
        for (var process : list) {
            var isHeard = lives.containsKey(process.id());
            var life = life(process.id(), process.name(), process.namespace(), now);
            life.options(process);
            if (isHeard) {
                before(process).filter(_ -> isSame).ifPresent(it -> life.missed(it, now, AWAY));
            } else {
                life.adopt(process);
                if (isSame) {
                    compare(life, process, now);
                }
            }
        }
        if (isSame) {
            var there = list.stream().map(ManagedProcess::id).collect(Collectors.toSet());
            seen.values().stream().filter(it -> !there.contains(it.id())).forEach(it -> new ProcessLife(teller, it.id(),
                    it.name(), "default").deleted(now, Why.of(Cause.UNKNOWN, "deleted " + AWAY)));
        }
        seen = Map.of();
        daemonSince = status.onlineSince();
        isOnline = true;
        toldDown = false;
    }

    /// The daemon is gone, or does not answer.
    ///
    /// @param asked who wanted it so
    void depart(DaemonStatus status, Optional<Asked> asked, Instant now) {
        settleAll();
        if (isOnline) {
            var names = lives.values().stream().map(ProcessLife::name).distinct().toList();
            var listed = String.join(", ", names.subList(0, Math.min(NAMES, names.size())))
                    + (names.size() > NAMES ? ", …" : "");
            var lost = lives.isEmpty() || status.state() != DaemonState.DOWN ? ""
                    : "; gone with it: " + listed + " (" + lives.size() + (lives.size() == 1 ? " process)" : " processes)");
            var why = asked.map(Why::asked).orElse(Why.of(Cause.UNKNOWN, status.reason()));
            teller.tellOfDaemon(Telling.of(now, EventKind.DAEMON_DOWN, why.and(lost)).count(Math.max(1, lives.size())));
            toldDown = true;
            seen = lives.values().stream().map(ProcessLife::seen).collect(Collectors.toMap(Seen::id, Function.identity()));
        }
        lives.clear();
        missing.clear();
        strangers.clear();
        isOnline = false;
    }

    void event(ProcessEvent event, Instant now) {
        event.id().ifPresent(id -> life(id, event.name(), event.namespace(), now).event(event, now));
    }

    void note(DaemonNote note, Instant now) {
        var concerned = switch (note) {
            case DaemonNote.Exited it -> numbered(it.id());
            case DaemonNote.Stopping it -> numbered(it.id());
            case DaemonNote.OverMemory it -> numbered(Optional.of(it.id()));
            case DaemonNote.WillRestart it -> numbered(Optional.of(it.id()));
            case DaemonNote.FileChanged it -> named(it.name());
        };
        concerned.forEach(life -> life.note(note, now));
    }

    void settle(List<ManagedProcess> list, Instant now) {
        var byId = list.stream().collect(Collectors.toMap(ManagedProcess::id, Function.identity(), (a, _) -> a));
        for (var life : List.copyOf(lives.values())) {
            var process = Optional.ofNullable(byId.get(life.id()));
            life.settle(now, process.map(ManagedProcess::status));
            if (isOnline && process.isPresent()) {
                life.options(process.get());
                look(life, process.get(), now);
            }
        }
        if (isOnline) {
            findGone(byId, now);
            findStrangers(list, now);
        }
    }

    void settleAll() {
        lives.values().forEach(ProcessLife::settleAll);
    }

    private List<ProcessLife> numbered(Optional<ProcessId> id) {
        return id.flatMap(it -> Optional.ofNullable(lives.get(it))).stream().toList();
    }

    private List<ProcessLife> named(String name) {
        return lives.values().stream().filter(life -> life.name().equals(name)).toList();
    }

    private ProcessLife life(ProcessId id, String name, String namespace, Instant now) {
        var life = lives.computeIfAbsent(id, _ -> new ProcessLife(teller, id, name, namespace));
        if (!life.name().equals(name) && !name.isEmpty()) {
            life.deleted(now, Why.othersAsked()); // PM2 begins to count anew where its list was empty
            missing.remove(id);
            life = new ProcessLife(teller, id, name, namespace);
            lives.put(id, life);
        }
        return life;
    }

    private void look(ProcessLife life, ManagedProcess process, Instant now) {
        if (life.isPending() || !life.heard().plus(NOT_TOLD).isBefore(now)) {
            return;
        }
        if (process.status() == Status.ONLINE && process.restarts() > life.restarts()) {
            life.counted(life.restarts(), process, "without a word from PM2", now);
        }
        life.reset(process.restarts());
    }

    private void compare(ProcessLife life, ManagedProcess process, Instant now) {
        var before = before(process);
        if (before.isPresent() && process.restarts() > before.get().restarts()) {
            life.counted(before.get().restarts(), process, AWAY, now);
        } else if (before.isEmpty() || (process.status() == Status.ONLINE && !sameRun(before.get(), process))) {
            teller.tell(life, Telling.of(process.onlineSince().orElse(now), EventKind.START,
                    Why.of(Cause.UNKNOWN, "started " + AWAY)));
        }
    }

    private Optional<Seen> before(ManagedProcess process) {
        return Optional.ofNullable(seen.get(process.id())).filter(it -> it.name().equals(process.name()));
    }

    private static boolean sameRun(Seen before, ManagedProcess process) {
        return before.onlineSince().equals(process.onlineSince());
    }

    private void findGone(Map<ProcessId, ManagedProcess> byId, Instant now) {
        missing.keySet().retainAll(lives.keySet());
        missing.keySet().removeAll(byId.keySet());
        var gone = new ArrayList<ProcessId>();
        lives.forEach((id, life) -> {
            if (!byId.containsKey(id) && missing.computeIfAbsent(id, _ -> now).plus(patience(life, now)).isBefore(now)) {
                gone.add(id);
            }
        });
        for (var id : gone) {
            lives.remove(id).deleted(missing.remove(id), Why.othersAsked());
        }
    }

    private Duration patience(ProcessLife life, Instant now) {
        return life.wasListed() || teller.askers().toEnd(life.id(), life.name(), now).isPresent() ? GONE : LATE;
    }

    /// What is in the list and was never heard of.
    private void findStrangers(List<ManagedProcess> list, Instant now) {
        var unknown = list.stream().filter(it -> !lives.containsKey(it.id()))
                .collect(Collectors.toMap(ManagedProcess::id, Function.identity(), (a, _) -> a));
        strangers.keySet().retainAll(unknown.keySet());
        unknown.forEach((id, process) -> {
            if (strangers.computeIfAbsent(id, _ -> now).plus(NOT_TOLD).isBefore(now)) {
                var life = life(id, process.name(), process.namespace(), now);
                life.adopt(process);
                if (process.status().isUp()) {
                    teller.tell(life, Telling.of(process.onlineSince().orElse(now), EventKind.START,
                            Why.of(Cause.UNKNOWN, "started without a word from PM2")));
                }
            }
        });
    }
}
