package dev.pm2console.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.pm2console.logs.LogStore;
import dev.pm2console.process.DaemonException;
import dev.pm2console.process.DaemonFailure;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.Target;

/// The commands for the daemon itself: its saved list, its logs, its boot script, its end.
final class Upkeep {

    private final ProcessManager manager;
    private final LogStore logs;
    private final Views views;
    private final Turns turns;
    private final Machine machine;

    /// The machine that the console runs on.
    ///
    /// @param user       the system user it runs as
    /// @param searchPath where commands are, as `PATH` has it
    record Machine(String user, String searchPath) {
        boolean isRoot() {
            return user.equals("root");
        }

        Optional<Platform> platform() {
            return Platform.detect(Arrays.stream(searchPath.split(":", -1)).filter(it -> !it.isEmpty()).map(Path::of).toList());
        }
    }

    Upkeep(ProcessManager manager, LogStore logs, Views views, Turns turns, Machine machine) {
        this.manager = manager;
        this.logs = logs;
        this.views = views;
        this.turns = turns;
        this.machine = machine;
    }

    Results.Affected save(boolean force) {
        var began = System.nanoTime();
        var list = manager.refresh();
        if (!force && list.stream().allMatch(ManagedProcess::module)) {
            throw new CommandException(new Failure.EmptyList());
        }
        manager.save();
        return affected(list, began);
    }

    Results.Affected resurrect(Course course) {
        var began = System.nanoTime();
        return turns.launching(() -> {
            var before = manager.known().stream().map(ManagedProcess::id).collect(Collectors.toSet());
            Waiting.watched(course, manager::resurrect, () -> others(manager.known(), before).size(),
                    manager.saved().map(saved -> saved.apps().size()).orElse(0));
            return affected(others(manager.refresh(), before), began);
        });
    }

    private static List<ManagedProcess> others(List<ManagedProcess> list, Set<ProcessId> than) {
        return list.stream().filter(process -> !than.contains(process.id())).toList();
    }

    Results.Affected kill() {
        var began = System.nanoTime();
        return turns.launching(() -> {
            var ended = manager.processes().stream().map(Actions::ended).toList();
            manager.kill();
            return affected(ended, began);
        });
    }

    Results.Affected reloadLogs() {
        var began = System.nanoTime();
        manager.reloadLogs();
        return affected(manager.known(), began);
    }

    /// Empties the files of some processes, or of all and the daemon's own.
    Results.Affected flush(Optional<String> nameOrId) {
        var began = System.nanoTime();
        var list = manager.processes();
        var chosen = nameOrId.map(text -> Target.parse(text).select(list)).orElse(list);
        if (chosen.isEmpty() && nameOrId.isPresent()) {
            throw new CommandException(new Failure.ProcessNotFound(nameOrId.get()));
        }
        try {
            logs.flush(chosen);
            if (nameOrId.isEmpty()) {
                logs.empty(manager.daemon().home().resolve("pm2.log"));
            }
        } catch (IOException e) {
            throw new DaemonException(new DaemonFailure.Refused("flush", "a log file could not be emptied: " + e.getMessage()),
                    e);
        }
        return affected(chosen, began);
    }

    Results.StartupScript bootScript(Command.GenerateStartupScript command) {
        var platform = platform(command.platform());
        var script = manager.bootScript(platform.toString(), platform.initSystem(), command.user().orElse(machine.user));
        return new Results.StartupScript(script.platform(), script.initSystem(), script.user(), script.path().toString(),
                script.text());
    }

    /// Installs the boot script, or says how: only root may install one.
    Results.StartupResult installBootScript(Command.Startup command) {
        var platform = platform(command.platform());
        var user = command.user().orElse(machine.user);
        var line = manager.bootScriptCommand(platform.initSystem(), user);
        if (machine.isRoot()) {
            manager.installBootScript(platform.initSystem(), user);
        }
        return new Results.StartupResult(machine.isRoot(), platform.toString(), platform.initSystem(), user, line);
    }

    private Platform platform(Optional<Platform> asked) {
        return asked.or(machine::platform).orElseThrow(() -> CommandException.invalid("platform",
                "can't be told from this machine: name one of " + Arrays.toString(Platform.values())));
    }

    private Results.Affected affected(List<ManagedProcess> processes, long began) {
        return new Results.Affected(views.processes(processes), Actions.since(began));
    }
}
