package dev.pm2console.events;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.pm2console.process.ProcessId;

/// A command that somebody gave through this console.
///
/// @param command    its public name
/// @param actor      who gave it
/// @param ids        the processes that it is for; empty where it may be for new ones
/// @param names      the names of processes that it is for
/// @param everything whether it is for whatever there is
/// @param signal     that it sends, by name
/// @param began      when it was given
public record Asked(String command, String actor, Set<ProcessId> ids, Set<String> names, boolean everything,
        Optional<String> signal, Instant began) {

    public Asked {
        ids = Set.copyOf(ids);
        names = Set.copyOf(names);
    }

    boolean concerns(ProcessId id, String name) {
        return everything || (names.contains(name) && (ids.isEmpty() || ids.contains(id)));
    }
}
