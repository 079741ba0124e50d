package dev.pm2console.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.pm2console.process.DaemonNote;
import dev.pm2console.process.ProcessEvent;

/// A system process that came up, as what is known of it comes in.
final class Rise {

    private final ProcessEvent event;
    private final boolean replaces;
    private final Optional<End> end;
    private final Notes notes;
    private Optional<String> word = Optional.empty();
    private boolean started;

    /// @param replaces whether it took the place of one that was up
    /// @param end      of the one before; empty where there was none, or where it was ended for good
    Rise(ProcessEvent event, boolean replaces, Optional<End> end, Notes notes) {
        this.event = event;
        this.replaces = replaces;
        this.end = end;
        this.notes = notes;
    }

    ProcessEvent event() {
        return event;
    }

    Instant at() {
        return event.at();
    }

    /// PM2's command, or the console, said afterwards what it did: `restart`, `reload`, …
    void said(String what) {
        word = Optional.of(what);
        end.ifPresent(End::saidByCommand);
    }

    /// PM2 said that it was started.
    void started() {
        started = true;
    }

    /// The end that it follows; empty where PM2 says that this is a new start.
    Optional<End> end() {
        return started ? Optional.empty() : end;
    }

    EventKind kind(Optional<Asked> asked) {
        var isReload = word.filter(Rise::isReload).isPresent() || asked.map(Asked::command).filter(Rise::isReload).isPresent();
        if (started) {
            return EventKind.START;
        }
        if ((replaces && notes.overMemory().isEmpty()) || (end.isPresent() && isReload)) {
            return EventKind.RELOAD;
        }
        return end.isPresent() || replaces ? EventKind.RESTART : EventKind.START;
    }

    /// Why, where nothing ended before it that would say so.
    Optional<Why> why(Optional<Asked> asked) {
        if (notes.overMemory().isPresent()) {
            return notes.overMemory().map(End::overMemory);
        }
        if (asked.isPresent()) {
            return asked.map(Why::asked);
        }
        if (notes.fileChanged().isPresent()) {
            return notes.fileChanged().map(it -> Why.of(Cause.WATCH, "a file changed: " + it.path()));
        }
        if (word.isPresent()) {
            return Optional.of(Why.othersAsked().saidByCommand());
        }
        return started || replaces ? Optional.of(Why.othersAsked()) : Optional.empty();
    }

    Ending ending(Witness witness) {
        return end().map(it -> it.ending(witness)).orElseGet(() -> new Ending(OptionalInt.empty(), Optional.empty(),
                OptionalLong.empty(), memory(), List.of(), Optional.empty()));
    }

    private OptionalLong memory() {
        return notes.overMemory().stream().mapToLong(DaemonNote.OverMemory::memory).findFirst();
    }

    private static boolean isReload(String word) {
        return switch (word) {
            case "reload", "graceful reload", "softReload", "reloadProcess", "gracefulReload" -> true;
            default -> false;
        };
    }
}
