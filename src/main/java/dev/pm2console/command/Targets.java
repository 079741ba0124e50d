package dev.pm2console.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.Target;

/// Whom a command is for, and in which order they get their turn: commands for one application follow each other,
/// different applications go on side by side, as many as PM2's own command would do at once.
final class Targets {

    private static final int LEAST_AT_ONCE = 4;

    private final ProcessManager manager;
    private final Turns turns;
    private final Launches launches;
    private final int atOnce = Math.max(LEAST_AT_ONCE, Runtime.getRuntime().availableProcessors());
    private final Parallel parallel = new Parallel(atOnce);

    Targets(ProcessManager manager, Turns turns, Launches launches) {
        this.manager = manager;
        this.turns = turns;
        this.launches = launches;
    }

    /// Does something to the instances of each chosen application one after the other, so that some are there all the
    /// time; answers whom it chose.
    ///
    /// @throws CommandException ([Failure.CalledOff]) if it was called off: then some are as they were
    List<ManagedProcess> rolling(String nameOrId, Course course, Consumer<ManagedProcess> action) {
        var chosen = select(nameOrId);
        var done = new AtomicInteger();
        inTurns(chosen, instances -> instances.forEach(process -> {
            if (course.isCalledOff()) {
                throw new CommandException(new Failure.CalledOff(done.get(), chosen.size()));
            }
            launches.await(process);
            action.accept(process);
            course.reached(done.incrementAndGet(), chosen.size(), process.name() + " (" + process.id() + ")");
        }));
        return chosen;
    }

    /// Does something that ends the system processes, side by side.
    void ending(List<ManagedProcess> processes, Consumer<ManagedProcess> action) {
        each(processes, process -> {
            launches.await(process);
            action.accept(process);
        });
    }

    /// Returns when this process isn't being launched any more: what ends it has to wait for that.
    void awaitLaunch(ManagedProcess process) {
        launches.await(process);
    }

    /// Runs when it is this application's turn.
    <T> T inTurn(String name, Supplier<T> task) {
        return turns.of(name, task);
    }

    /// The same processes in another list.
    List<ManagedProcess> again(List<ManagedProcess> chosen, List<ManagedProcess> list) {
        // by name too: PM2 gives an id anew once its list was empty
        var names = chosen.stream().collect(Collectors.toMap(ManagedProcess::id, ManagedProcess::name));
        return list.stream().filter(process -> process.name().equals(names.get(process.id()))).toList();
    }

    List<ManagedProcess> select(String nameOrId) {
        var selected = Target.parse(nameOrId).select(manager.processes());
        return selected.isEmpty() ? selectFresh(nameOrId) : selected;
    }

    /// Asks the daemon first: for what must not act on yesterday's list.
    List<ManagedProcess> selectFresh(String nameOrId) {
        manager.processes();
        var selected = Target.parse(nameOrId).select(manager.refresh());
        if (selected.isEmpty()) {
            throw new CommandException(new Failure.ProcessNotFound(nameOrId));
        }
        return selected;
    }

    /// Side by side, but one command at a time for each application.
    void each(List<ManagedProcess> processes, Consumer<ManagedProcess> action) {
        inTurns(processes, instances -> parallel.each(instances, action));
    }

    private void inTurns(List<ManagedProcess> processes, Consumer<List<ManagedProcess>> action) {
        var applications = processes.stream()
                .collect(Collectors.groupingBy(ManagedProcess::name, LinkedHashMap::new, Collectors.toList()));
        new Parallel(atOnce).each(List.copyOf(applications.values()),
                instances -> turns.of(instances.getFirst().name(), () -> {
                    action.accept(stillThere(instances));
                    return true;
                }));
    }

    /// As they are now: another command had its turn before, perhaps.
    private List<ManagedProcess> stillThere(List<ManagedProcess> instances) {
        var now = again(instances, manager.processes());
        if (now.isEmpty()) {
            throw new CommandException(new Failure.ProcessNotFound(instances.getFirst().name()));
        }
        return now;
    }
}
