package dev.pm2console.pm2;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessEvent;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.Status;

/// The list of one daemon's processes in memory: loaded whole now and then, and changed in between by what the daemon
/// tells. Safe for use by many threads; readers never wait.
///
/// A load takes time, and what is told meanwhile may be newer than what it brings: such changes are made again on top of
/// the loaded list.
final class ProcessTable {

    /// So long before a daemon's end its deletions belong to it.
    static final Duration LAST_MOMENTS = Duration.ofSeconds(10);

    private final List<UnaryOperator<List<ManagedProcess>>> duringLoad = new ArrayList<>();
    private Optional<Instant> loading = Optional.empty();
    /// When the list was asked for that is here now, and when the daemon answered with a newer record of one process:
    /// events from before that say nothing new, as they come by another way.
    private Instant loaded = Instant.MIN;
    private final Map<ProcessId, Instant> answered = new HashMap<>();
    /// What vanished from the list lately: a daemon that is told to end deletes everything first.
    private final Map<ProcessId, Removed> removed = new HashMap<>();
    private final InstantSource clock;
    /// Whether there is a list to change: not before the first load, nor after the daemon's end.
    private boolean isKnown;
    private volatile List<ManagedProcess> list = List.of();
    private volatile List<ManagedProcess> remembered = List.of();

    private record Removed(ManagedProcess process, Instant at) {
    }

    ProcessTable(InstantSource clock) {
        this.clock = clock;
    }

    /// The list as it is now, sorted by id.
    List<ManagedProcess> list() {
        return list;
    }

    /// The list as it is now or, after the daemon's end, as it was before: with what it deleted in its last moments.
    List<ManagedProcess> remembered() {
        return remembered;
    }

    /// A load begins, one at a time; each call is followed by one of [#loaded] or [#loadFailed].
    ///
    /// @param at when, in whole milliseconds, as the daemon's events have it
    synchronized void loadBegins(Instant at) {
        loading = Optional.of(at);
    }

    /// A load has brought a list.
    ///
    /// @return whether the list is now another than before
    synchronized boolean loaded(List<ManagedProcess> fresh) {
        var before = list;
        var sorted = fresh.stream().sorted(Comparator.comparing(ManagedProcess::id)).toList();
        for (var change : duringLoad) {
            sorted = change.apply(sorted);
        }
        isKnown = true;
        set(sorted);
        loaded = loading.orElse(loaded);
        loadEnds();
        return !list.equals(before);
    }

    /// A load has brought nothing.
    synchronized void loadFailed() {
        loadEnds();
    }

    /// The daemon is gone, and so is what it ran.
    synchronized void clear() {
        if (isKnown) {
            forgetEarlier();
            remembered = Stream.concat(list.stream(), removed.values().stream().map(Removed::process))
                    .sorted(Comparator.comparing(ManagedProcess::id)).toList();
        }
        removed.clear();
        list = List.of();
        isKnown = false;
        answered.clear();
    }

    /// The daemon answered this of one process.
    ///
    /// @param at when
    synchronized void put(ManagedProcess process, Instant at) {
        answered.put(process.id(), at);
        change(at, current -> {
            var next = new ArrayList<>(current);
            next.removeIf(entry -> entry.id().equals(process.id()));
            next.add(process);
            next.sort(Comparator.comparing(ManagedProcess::id));
            return List.copyOf(next);
        });
    }

    /// The daemon was told to forget this process.
    synchronized void remove(ProcessId id) {
        answered.remove(id);
        change(Instant.MAX, current -> current.stream().filter(entry -> !entry.id().equals(id)).toList());
        removed.remove(id);
    }

    /// Something happened to a process: what the event says of it is noted at once, and the rest with the next load.
    synchronized void note(ProcessEvent event) {
        event.id().filter(id -> !event.at().isBefore(answered.getOrDefault(id, Instant.MIN)))
                .filter(_ -> !event.at().isBefore(loaded))
                .ifPresent(id -> change(event.at(), current -> current.stream()
                        .map(entry -> entry.id().equals(id) ? after(entry, event) : entry).toList()));
    }

    private void change(Instant at, UnaryOperator<List<ManagedProcess>> change) {
        if (isKnown) {
            set(change.apply(list));
        }
        if (loading.isPresent() && !at.isBefore(loading.get())) {
            duringLoad.add(change);
        }
    }

    private void set(List<ManagedProcess> next) {
        var ids = next.stream().map(ManagedProcess::id).collect(Collectors.toSet());
        list.stream().filter(process -> !ids.contains(process.id()))
                .forEach(process -> removed.put(process.id(), new Removed(process, clock.instant())));
        removed.keySet().removeAll(ids);
        forgetEarlier();
        list = next;
        remembered = next;
    }

    private void forgetEarlier() {
        var since = clock.instant().minus(LAST_MOMENTS);
        removed.values().removeIf(it -> it.at.isBefore(since));
    }

    private void loadEnds() {
        loading = Optional.empty();
        duringLoad.clear();
    }

    private static ManagedProcess after(ManagedProcess process, ProcessEvent event) {
        // the record that comes with this event was made just before it
        var status = event.event().equals("online") ? Status.ONLINE : event.status().orElse(process.status());
        return process.withState(
                status,
                status.isUp() ? process.pid() : OptionalLong.empty(),
                event.restarts(),
                status.isUp() ? event.onlineSince().or(process::onlineSince) : Optional.empty(),
                event.exitCode().isPresent() ? event.exitCode() : process.exitCode());
    }
}
