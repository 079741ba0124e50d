package dev.pm2console.events;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

import dev.pm2console.process.ProcessId;

/// Something that happened, with all that could be found out about it. What comes from outside is in one line and bounded.
///
/// @param number    1 and up, in the order in which events were told; never used again
/// @param at        when it happened
/// @param kind      what happened
/// @param id        the process; empty for the daemon, and for an application with several
/// @param process   its name
/// @param namespace its namespace
/// @param cause     who or what made it happen; empty where that makes no sense
/// @param reason    why, in plain words
/// @param actor     who asked for it through this console
/// @param ending    how the system process ended, where one did
/// @param standing  how PM2 had it in its list
/// @param count     how many such events this one stands for; 1 as a rule
/// @param aside     whether another event tells the same more fully, so that whoever reads on has no need of this one
/// @param retells   the number of an earlier event that this one tells again, with more: that one is aside from now on
public record Event(
        long number,
        Instant at,
        EventKind kind,
        Optional<ProcessId> id,
        Optional<String> process,
        Optional<String> namespace,
        Optional<Cause> cause,
        Optional<String> reason,
        Optional<String> actor,
        Ending ending,
        Standing standing,
        int count,
        boolean aside,
        OptionalLong retells) {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_REASON = 1_000;

    public Event {
        process = process.map(it -> PlainLine.of(it, LONGEST_NAME));
        namespace = namespace.map(it -> PlainLine.of(it, LONGEST_NAME));
        reason = reason.map(it -> PlainLine.of(it, LONGEST_REASON));
        actor = actor.map(it -> PlainLine.of(it, LONGEST_NAME));
    }

    /// Whether somebody may have to do something about it.
    public boolean isProblem() {
        return switch (kind) {
            case CRASH_LOOP, GAVE_UP, DAEMON_DOWN -> true;
            case EXIT, RESTART -> cause.map(Cause::isTrouble).orElse(true);
            case START, ONLINE, STOP, RELOAD, SCALE, DELETE, DAEMON_UP, COMMAND -> false;
        };
    }
}
