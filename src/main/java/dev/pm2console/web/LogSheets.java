package dev.pm2console.web;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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
            var page = view.line().isEmpty() ? page(view, processes, wanted)
                    : door.execute(new Command.LogContext(view.line(), AROUND));
            return new LogSheet(page.lines(), page.index(), page.before().map(view::queryOlder).orElse(""), view, apps(),
                    chosen,
                    action,
                    daemon, "", door.rights());
        } catch (CommandException e) {
            return new LogSheet(List.of(), NONE, "", view, apps(), chosen, action, daemon, reason(e), door.rights());
        }
    }

    /// The newest lines that are wanted, or those before a place. What is wanted may be rare: so many pages are looked through.
    private Results.LogContext page(LogsView view, List<String> processes, Predicate<Results.Line> wanted) {
        var found = new ArrayDeque<Results.Line>();
        var before = Optional.of(view.before()).filter(it -> !it.isEmpty());
        var looked = 0;
        do {
            var logs = door.execute(new Command.ShowLogs(Optional.empty(), processes, SHOWN, view.type(), false, before,
                    Optional.empty()));
            logs.lines().reversed().stream().filter(wanted).forEach(found::addFirst);
            before = logs.before();
            looked += SHOWN;
        } while (found.size() < SHOWN && looked < LOOKED_THROUGH && before.isPresent() && view.isSought());
        return new Results.LogContext(List.copyOf(found), NONE, before);
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
