package dev.pm2console.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.pm2console.events.Cause;
import dev.pm2console.events.EventPlace;
import dev.pm2console.process.ProcessId;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// What commands about events answer; as [Results].
@RegisterForReflection // written as JSON, also where no resource names the type
public final class EventResults {

    private EventResults() {
    }

    /// @param before where the next page of older events begins; empty where there is none
    public record Events(List<Event> events, Optional<String> before) {
        public Events {
            events = List.copyOf(events);
        }
    }

    /// Something that happened.
    ///
    /// @param number  1 and up, in the order in which events were told
    /// @param event   what: `exit`, `restart`, …
    /// @param cause   `self`, `signal`, `person`, `memory-limit`, `watch`, `cron`, `gave-up` or `unknown`
    /// @param reason  why, in plain words
    /// @param actor   who asked for it through this console
    /// @param memory  resident bytes shortly before the end
    /// @param lines   the last errors before the end
    /// @param line    the key of the last of them, as `logContext` takes it
    /// @param count   how many such events this one stands for
    /// @param aside   whether another event tells the same more fully
    /// @param problem whether somebody may have to do something about it
    public record Event(
            long number,
            Instant at,
            String event,
            OptionalInt id,
            Optional<String> process,
            Optional<String> cause,
            Optional<String> reason,
            Optional<String> actor,
            OptionalInt exitCode,
            Optional<String> signal,
            OptionalLong uptimeMs,
            OptionalLong memory,
            List<String> lines,
            Optional<String> line,
            OptionalInt restarts,
            int count,
            boolean aside,
            boolean problem) {

        static Event of(dev.pm2console.events.Event event) {
            var ending = event.ending();
            return new Event(event.number(), event.at(), event.kind().wire(),
                    event.id().stream().mapToInt(ProcessId::value).findFirst(), event.process(),
                    event.cause().map(Cause::wire), event.reason(), event.actor(), ending.exitCode(), ending.signal(),
                    ending.uptimeMs(), ending.memory(), ending.lines(), ending.line(), event.standing().restarts(),
                    event.count(),
                    event.aside(), event.isProblem());
        }
    }

    static Events of(dev.pm2console.events.EventPage page) {
        return new Events(page.events().stream().map(Event::of).toList(), page.next().map(EventPlace::toString));
    }
}
