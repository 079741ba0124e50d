package dev.pm2console.command;

import java.util.Optional;

import dev.pm2console.events.EventLog;
import dev.pm2console.events.EventQuery;
import dev.pm2console.events.EventQuery.Whose;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.Target;

/// The command that tells what happened.
final class EventReads {

    private final EventLog events;
    private final ProcessManager manager;

    EventReads(EventLog events, ProcessManager manager) {
        this.events = events;
        this.manager = manager;
    }

    EventResults.Events list(ListEvents command) {
        var query = new EventQuery(command.process().map(Target::parse).flatMap(this::whose),
                command.kind().equals("problems"), command.brief(), command.from(), command.to());
        return EventResults.of(events.page(query, command.before(), command.limit()));
    }

    /// Empty for all. What is in no list may have been in one: nothing is not found here.
    private Optional<Whose> whose(Target target) {
        return switch (target) {
            case Target.ById it -> Optional.of(new Whose.OfId(it.id(), it.select(manager.remembered()).stream()
                    .map(ManagedProcess::name).findFirst()));
            case Target.ByName it -> Optional.of(new Whose.OfName(it.name()));
            case Target.ByNamespace it -> Optional.of(new Whose.OfNamespace(it.namespace()));
            case Target.Unqualified it -> whose(it.text());
        };
    }

    private Optional<Whose> whose(String text) {
        var list = manager.remembered();
        if (list.stream().anyMatch(process -> process.name().equals(text))) {
            return Optional.of(new Whose.OfName(text));
        }
        var everything = text.equals("all") && list.stream().noneMatch(process -> process.namespace().equals(text));
        return everything ? Optional.empty() : Optional.of(new Whose.OfNameOrNamespace(text));
    }
}
