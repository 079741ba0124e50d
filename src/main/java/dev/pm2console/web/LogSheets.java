package dev.pm2console.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import dev.pm2console.command.Command;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Results;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.Target;

/// Puts together what the log view shows.
@Singleton
class LogSheets {

    private static final int SHOWN = 200;
    /// So many lines are looked through for those that a filter wants.
    private static final int LOOKED_THROUGH = 5_000;

    private final PageDoor door;
    private final ProcessManager manager;

    LogSheets(PageDoor door, ProcessManager manager) {
        this.door = door;
        this.manager = manager;
    }

    /// The lines of all processes, or of those that are chosen.
    LogSheet all(LogsView view) {
        return sheet(view, view.processes(), List.of(), "/logs");
    }

    /// The lines of the processes of a page.
    ///
    /// @param nameOrId whom the page is about
    LogSheet of(String nameOrId, LogsView view, String action) {
        return sheet(view, List.of(nameOrId), List.of(nameOrId), action);
    }

    private LogSheet sheet(LogsView view, List<String> processes, List<String> chosen, String action) {
        var wanted = view.filter();
        var daemon = door.execute(new Command.GetPm2Status()).daemon();
        try {
            var lines = new ArrayList<Results.Line>();
            for (var process : processes.isEmpty() ? List.of(Optional.<String> empty())
                    : processes.stream().map(Optional::of).toList()) {
                lines.addAll(door.execute(new Command.ShowLogs(process, view.isFiltered() ? LOOKED_THROUGH : SHOWN,
                        view.type())).lines());
            }
            var found = lines.stream().filter(wanted).toList();
            return new LogSheet(found.subList(Math.max(0, found.size() - SHOWN), found.size()), "", view, apps(), chosen,
                    action, daemon, "", door.rights());
        } catch (CommandException e) {
            return new LogSheet(List.of(), "", view, apps(), chosen, action, daemon, reason(e), door.rights());
        }
    }

    /// @throws CommandException the failure itself, where the page has no place for it
    private static String reason(CommandException failed) {
        return switch (failed.failure()) {
            case Failure.Daemon it -> it.message();
            case Failure.ProcessNotFound it -> it.message();
            default -> throw failed;
        };
    }

    private List<LogSheet.App> apps() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        manager.remembered().stream().map(ManagedProcess::name).sorted(String.CASE_INSENSITIVE_ORDER)
                .forEach(name -> counts.merge(name, 1, Integer::sum));
        return counts.entrySet().stream().map(it -> new LogSheet.App(it.getKey(), target(it.getKey()), it.getValue())).toList();
    }

    /// What names the processes of this name, and no others.
    static String target(String name) {
        return Target.parse(name) instanceof Target.Unqualified && !name.equals("all") ? name : "name:" + name;
    }
}
