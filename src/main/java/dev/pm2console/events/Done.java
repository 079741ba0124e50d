package dev.pm2console.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.pm2console.process.ProcessId;

/// What was done by command.
///
/// @param at      when
/// @param target  whom it was for, as it was asked
/// @param what    it did, in few words
/// @param certain whether it is known to have been done
public record Done(Instant at, Optional<String> target, String what, boolean certain) {

    private static final Set<String> TOLD_OTHERWISE = Set.of("startProcess", "startStopped", "stopProcess",
            "restartProcess", "deleteProcess", "reloadProcess", "gracefulReload", "scaleProcess");

    List<OfCommand> events(Asked asked) {
        var why = new Why(Cause.PERSON, what + (certain ? "" : " (whether it took effect is not known)"),
                Optional.of(asked.actor()));
        var id = asked.ids().size() == 1 ? asked.ids().stream().findFirst() : Optional.<ProcessId> empty();
        var name = asked.names().size() == 1 ? asked.names().stream().findFirst() : target;
        var told = new ArrayList<OfCommand>();
        if (asked.command().equals("scaleProcess")) {
            told.add(new OfCommand(Optional.empty(), name, Teller.Telling.of(at, EventKind.SCALE, why)));
        }
        told.add(new OfCommand(id, name, Teller.Telling.of(at, EventKind.COMMAND, why)
                .aside(TOLD_OTHERWISE.contains(asked.command()))));
        return told;
    }

    /// An event of it.
    record OfCommand(Optional<ProcessId> id, Optional<String> process, Teller.Telling telling) {
    }
}
