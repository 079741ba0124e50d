package dev.pm2console.events;

import java.time.Instant;
import java.util.Optional;

import dev.pm2console.process.DaemonNote;

/// What the daemon said lately of one process, the newest of each kind.
record Notes(Optional<DaemonNote.Stopping> stopping, Optional<DaemonNote.OverMemory> overMemory,
        Optional<DaemonNote.FileChanged> fileChanged, Optional<DaemonNote.Exited> exited) {

    static final Notes NONE = new Notes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    Notes with(DaemonNote note) {
        return switch (note) {
            case DaemonNote.Stopping it -> new Notes(Optional.of(it), overMemory, fileChanged, exited);
            case DaemonNote.OverMemory it -> new Notes(stopping, Optional.of(it), fileChanged, exited);
            case DaemonNote.FileChanged it -> new Notes(stopping, overMemory, Optional.of(it), exited);
            case DaemonNote.Exited it -> new Notes(stopping, overMemory, fileChanged, Optional.of(it));
            case DaemonNote.WillRestart _ -> this; // says nothing of an end
        };
    }

    /// Without what was said earlier.
    Notes since(Instant time) {
        return new Notes(stopping.filter(it -> it.at().isAfter(time)), overMemory.filter(it -> it.at().isAfter(time)),
                fileChanged.filter(it -> it.at().isAfter(time)), exited.filter(it -> it.at().isAfter(time)));
    }
}
