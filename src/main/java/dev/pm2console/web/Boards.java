package dev.pm2console.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import dev.pm2console.command.Command;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Results;
import dev.pm2console.process.ProcessManager;

/// Puts together what the Processes page shows.
@Singleton
class Boards {

    private static final int LONGEST_FILTER = 200;

    private final PageDoor door;
    private final ProcessManager manager;
    private final Examples examples;

    Boards(PageDoor door, ProcessManager manager, Examples examples) {
        this.door = door;
        this.manager = manager;
        this.examples = examples;
    }

    /// The board of this moment, for the present caller.
    Board board(View view) {
        var processes = processes(view);
        return new Board(
                door.execute(new Command.GetPm2Status()),
                door.execute(new Command.GetPm2Version()),
                door.execute(new Command.GetDrift()),
                grouped(processes, view.byNamespace()),
                view,
                door.rights(),
                FirstStart.with(manager, examples));
    }

    /// What the list has; nothing while the daemon can't be asked.
    private List<Results.Detail> processes(View view) {
        try {
            var list = door.execute(new Command.ListProcesses(true, wanted(view.status()), Optional.empty(), wanted(view.q())));
            return switch (list) {
                case Results.Details(var processes) -> processes;
                case Results.Processes _ -> throw new IllegalStateException("the detailed list was asked for");
            };
        } catch (CommandException e) {
            if (e.failure() instanceof Failure.Daemon) {
                return List.of();
            }
            throw e;
        }
    }

    private static Optional<String> wanted(String text) {
        return Optional.of(text.length() > LONGEST_FILTER ? text.substring(0, LONGEST_FILTER) : text)
                .filter(it -> !it.isEmpty());
    }

    private static List<Group> grouped(List<Results.Detail> processes, boolean byNamespace) {
        Map<String, List<Group.Row>> rows = byNamespace ? new TreeMap<>() : new LinkedHashMap<>();
        processes.forEach(process -> rows.computeIfAbsent(byNamespace ? process.namespace() : process.name(),
                _ -> new ArrayList<>()).add(new Group.Row(process)));
        return rows.entrySet().stream().map(it -> new Group(it.getKey(), byNamespace, it.getValue())).toList();
    }
}
