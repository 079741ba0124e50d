package dev.pm2console.web;

import java.util.List;
import java.util.Optional;

import dev.pm2console.command.Command;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Results;
import dev.pm2console.process.Target;

/// The processes that a form's targets name, as they are before anything is done to them.
///
/// @param processes in the order of the list
record Chosen(List<Results.Summary> processes) {

    static Chosen of(PageDoor door, List<String> targets) {
        var list = switch (door.execute(new Command.ListProcesses(false, Optional.empty(), Optional.empty(),
                Optional.empty()))) {
            case Results.Processes(var processes) -> processes;
            case Results.Details _ -> throw new IllegalStateException("the brief list was asked for");
        };
        return new Chosen(list.stream().filter(process -> targets.stream().anyMatch(target -> means(target, process)))
                .toList());
    }

    /// Each by its name and number.
    List<String> names() {
        return processes.stream().map(process -> process.name() + " (" + process.id() + ")").toList();
    }

    /// Those that run, or are about to.
    List<Integer> running() {
        return processes.stream().filter(process -> !process.status().equals("stopped") && !process.status().equals("errored"))
                .map(Results.Summary::id).toList();
    }

    private static boolean means(String text, Results.Summary process) {
        try {
            return switch (Target.parse(text)) {
                case Target.ById it -> it.id() == process.id();
                case Target.ByName it -> it.name().equals(process.name());
                case Target.ByNamespace it -> it.namespace().equals(process.namespace());
                case Target.Unqualified it -> it.text().equals(process.name());
            };
        } catch (IllegalArgumentException e) {
            throw CommandException.invalid("target", e.getMessage());
        }
    }
}
