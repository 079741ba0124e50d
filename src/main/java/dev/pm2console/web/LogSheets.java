package dev.pm2console.web;

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
    private static final int AROUND = 50;
    private static final int NONE = -1;
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
            var page = page(view, processes);
            var found = page.lines().stream().filter(view.line().isEmpty() ? wanted : _ -> true).toList();
            var cut = Math.max(0, found.size() - SHOWN);
            return new LogSheet(found.subList(cut, found.size()), page.index() - cut, page.before().map(view::older).orElse(""),
                    view, apps(), chosen, action, daemon, "", door.rights());
        } catch (CommandException e) {
            return new LogSheet(List.of(), NONE, "", view, apps(), chosen, action, daemon, reason(e), door.rights());
        }
    }

    /// The newest lines, those before a place, or those around a line.
    private Results.LogContext page(LogsView view, List<String> processes) {
        if (!view.line().isEmpty()) {
            return door.execute(new Command.LogContext(view.line(), AROUND));
        }
        var logs = door.execute(new Command.ShowLogs(Optional.empty(), processes,
                view.isSought() ? LOOKED_THROUGH : SHOWN, view.type(), false,
                Optional.of(view.before()).filter(it -> !it.isEmpty()), Optional.empty()));
        return new Results.LogContext(logs.lines(), NONE, logs.before());
    }

    /// @throws CommandException the failure itself, where the page has no place for it
    private static String reason(CommandException failed) {
        return switch (failed.failure()) {
            case Failure.Daemon it -> it.message();
            case Failure.ProcessNotFound it -> it.message();
            case Failure.LineNotFound it -> it.message();
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
