package dev.pm2console.command;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.pm2console.process.DaemonState;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.SavedList;
import dev.pm2console.process.Status;
import dev.pm2console.process.Target;

/// The commands that only look: from memory, at no cost to the daemon.
final class Reads {

    private final ProcessManager manager;
    private final Views views;
    private final String consoleVersion;
    private final DriftCheck drift = new DriftCheck();

    Reads(ProcessManager manager, Views views, String consoleVersion) {
        this.manager = manager;
        this.views = views;
        this.consoleVersion = consoleVersion;
    }

    Results.ProcessList list(Command.ListProcesses command) {
        Predicate<ManagedProcess> wanted = process -> command.status().map(process.status().wire()::equals).orElse(true)
                && command.namespace().map(process.namespace()::equals).orElse(true)
                && command.q().map(text -> mentions(process, text)).orElse(true);
        var chosen = manager.processes().stream().filter(wanted).toList();
        return command.detailed() ? new Results.Details(chosen.stream().map(views::detail).toList())
                : new Results.Processes(views.processes(chosen));
    }

    Results.Details show(Command.ShowProcessInfo command) {
        return new Results.Details(select(command.nameOrId()).stream().map(views::detail).toList());
    }

    Results.Descriptions describe(Command.DescribeProcess command) {
        var processes = select(command.nameOrId());
        Map<ProcessId, String> values = command.reveal().map(name -> manager.reveal(
                processes.stream().map(ManagedProcess::id).collect(Collectors.toSet()), name)).orElse(Map.of());
        return new Results.Descriptions(processes.stream().map(process -> views.description(process,
                values.containsKey(process.id()) ? Map.of(command.reveal().orElseThrow(), values.get(process.id())) : Map.of()))
                .toList());
    }

    Results.MonitorSample monitor(Command.Monitor command) {
        var processes = command.nameOrId().map(this::select).orElseGet(manager::processes);
        return new Results.MonitorSample(views.now(), views.host(), processes.stream().map(views::usage).toList());
    }

    Results.Pm2Status status() {
        var daemon = manager.daemon();
        var online = daemon.state() == DaemonState.ONLINE;
        var list = manager.known();
        var usages = list.stream().map(views::process).toList();
        return new Results.Pm2Status(
                daemon.state().wire(),
                online ? Optional.empty() : Optional.of(daemon.reason()),
                daemon.pid(),
                daemon.version(),
                daemon.onlineSince().isPresent()
                        ? OptionalLong.of(views.now().toEpochMilli() - daemon.onlineSince().get().toEpochMilli())
                        : OptionalLong.empty(),
                daemon.home().toString(),
                totals(list),
                online ? OptionalDouble.of(usages.stream().mapToDouble(it -> it.cpu().orElse(0)).sum())
                        : OptionalDouble.empty(),
                online ? OptionalLong.of(usages.stream().mapToLong(it -> it.memory().orElse(0)).sum())
                        : OptionalLong.empty(),
                views.host(),
                saved(online, list));
    }

    Results.Pm2Version version() {
        var daemon = manager.daemon();
        var cli = manager.commandVersion();
        return new Results.Pm2Version(
                daemon.version(),
                cli,
                daemon.version().flatMap(running -> cli.map(running::equals)),
                daemon.node(),
                consoleVersion,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                views.host().memoryTotal(),
                daemon.home().toString());
    }

    Results.Drift drift() {
        var saved = manager.saved();
        var remembered = manager.remembered();
        if (remembered.isEmpty() && manager.daemon().state() != DaemonState.ONLINE) {
            // no list was seen yet, and an unknown one differs in nothing that is known
            return Results.Drift.none(saved.map(SavedList::at));
        }
        return drift.compare(remembered, saved);
    }

    /// What `nameOrId` means in the list as it is known.
    private List<ManagedProcess> select(String nameOrId) {
        var selected = Target.parse(nameOrId).select(manager.processes());
        if (selected.isEmpty()) {
            throw new CommandException(new Failure.ProcessNotFound(nameOrId));
        }
        return selected;
    }

    private Results.Saved saved(boolean online, List<ManagedProcess> list) {
        var saved = manager.saved();
        return new Results.Saved(saved.map(it -> it.at()),
                online ? Optional.of(drift.compare(list, saved).drift()) : Optional.empty());
    }

    private static Map<String, Integer> totals(List<ManagedProcess> list) {
        var counts = new EnumMap<Status, Integer>(Status.class);
        for (var status : Status.values()) {
            counts.put(status, 0);
        }
        list.forEach(process -> counts.merge(process.status(), 1, Integer::sum));
        var totals = new TreeMap<String, Integer>();
        counts.forEach((status, count) -> totals.put(status.wire(), count));
        return totals;
    }

    private static boolean mentions(ManagedProcess process, String text) {
        var wanted = text.toLowerCase(Locale.ROOT);
        return process.name().toLowerCase(Locale.ROOT).contains(wanted)
                || process.namespace().toLowerCase(Locale.ROOT).contains(wanted)
                || process.id().toString().equals(text);
    }
}
