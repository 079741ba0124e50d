package dev.pm2console.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.pm2console.process.AppDefinition;
import dev.pm2console.process.DaemonException;
import dev.pm2console.process.DaemonFailure;
import dev.pm2console.process.DaemonState;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessManager;

/// Starting applications: one, or all of an ecosystem file. Everything is checked before anything is started, and a name
/// that is in use is never restarted by accident.
final class Starts {

    /// PM2 can't change these of an application that it has already.
    private static final Set<String> FIXED = Set.of("script", "cwd", "exec_mode", "interpreter");
    /// Of these the record tells something else than was asked: how many there are, and paths with the instance's number.
    private static final Set<String> NOT_COMPARED = Set.of("instances", "env", "time", "out_file", "error_file", "log_file");

    private final ProcessManager manager;
    private final AppPreparation preparation;
    private final Views views;
    private final Turns turns;

    Starts(ProcessManager manager, AppPreparation preparation, Views views, Turns turns) {
        this.manager = manager;
        this.preparation = preparation;
        this.views = views;
        this.turns = turns;
    }

    Results.Affected start(AppOptions app) {
        var began = System.nanoTime();
        var definition = preparation.prepare(app, "");
        return turns.launching(() -> {
            if (!named(definition.name(), list()).isEmpty()) {
                throw new CommandException(new Failure.NameTaken(definition.name()));
            }
            manager.launch(List.of(definition), false);
            return new Results.Affected(views.processes(started(definition.name())), Actions.since(began));
        });
    }

    Results.EcosystemPlan startEcosystem(Command.StartEcosystem command) {
        var began = System.nanoTime();
        var definitions = definitions(command);
        return turns.launching(() -> {
            var before = list();
            var plan = definitions.stream().map(definition -> plan(definition, before, command.onExisting())).toList();
            if (!command.preview()) {
                launch(plan, "started", false);
                launch(plan, "changed", command.onExisting().equals("reload"));
            }
            var now = command.preview() ? List.<ManagedProcess> of() : list();
            return new Results.EcosystemPlan(plan.stream().map(step -> new Results.Planned(step.definition.name(),
                    step.outcome, step.changes, step.reason, views.processes(named(step.definition.name(), now)))).toList(),
                    command.preview(), Actions.since(began));
        });
    }

    private record Step(AppDefinition definition, String outcome, Set<String> changes, Optional<String> reason) {
    }

    private List<AppDefinition> definitions(Command.StartEcosystem command) {
        var violations = new ArrayList<Violation>();
        var names = command.apps().stream().map(preparation::name).toList();
        for (var i = 0; i < names.size(); i++) {
            if (names.indexOf(names.get(i)) < i) {
                violations.add(new Violation("apps[" + i + "].name", "\"" + names.get(i) + "\" is there twice"));
            }
        }
        command.only().stream().filter(name -> !names.contains(name))
                .forEach(name -> violations.add(new Violation("only", "no application is named \"" + name + "\"")));
        if (!violations.isEmpty()) {
            throw new CommandException(new Failure.InvalidArgument(violations));
        }
        var definitions = new ArrayList<AppDefinition>();
        for (var i = 0; i < names.size(); i++) {
            if (command.only().isEmpty() || command.only().contains(names.get(i))) {
                definitions.add(preparation.prepare(command.apps().get(i), "apps[" + i + "]."));
            }
        }
        return definitions;
    }

    private Step plan(AppDefinition definition, List<ManagedProcess> list, String onExisting) {
        var existing = named(definition.name(), list);
        if (existing.isEmpty()) {
            return new Step(definition, "started", Set.of(), Optional.empty());
        }
        if (onExisting.equals("refuse")) {
            return new Step(definition, "refused", Set.of(), Optional.of("PM2 has a process of this name already"));
        }
        var changes = changes(definition, existing.getFirst());
        var fixed = new TreeSet<>(changes);
        fixed.retainAll(FIXED);
        if (!fixed.isEmpty()) {
            return new Step(definition, "refused", changes,
                    Optional.of("PM2 can't change " + String.join(", ", fixed) + " of what it has: delete it first"));
        }
        return new Step(definition, changes.isEmpty() ? "left" : "changed", changes, Optional.empty());
    }

    private Set<String> changes(AppDefinition definition, ManagedProcess existing) {
        var changes = new TreeSet<String>();
        definition.options().forEach((option, value) -> {
            if (!NOT_COMPARED.contains(option)
                    && !Objects.equals(asTold(definition, option, value), String.valueOf(existing.options().get(option)))) {
                changes.add(option);
            }
        });
        if (definition.options().get("env") instanceof Map<?, ?> env) {
            var values = new HashMap<String, String>();
            env.forEach((name, value) -> values.put(name.toString(), value.toString()));
            manager.changedVariables(existing, values).forEach(name -> changes.add("env." + name));
        }
        return changes;
    }

    /// A value as PM2's record has it, as text.
    private static String asTold(AppDefinition definition, String option, Object value) {
        return option.equals("script")
                ? Path.of(definition.options().get("cwd").toString()).resolve(value.toString()).normalize().toString()
                : value.toString();
    }

    private void launch(List<Step> plan, String outcome, boolean reload) {
        var apps = plan.stream().filter(step -> step.outcome.equals(outcome)).map(Step::definition).toList();
        if (!apps.isEmpty()) {
            var names = apps.stream().map(AppDefinition::name).toList();
            turns.ofAll(names, () -> {
                manager.launch(apps, reload);
                return true;
            });
        }
    }

    /// What PM2 made of a start; it is asked once, because its command has ended only after the start.
    private List<ManagedProcess> started(String name) {
        var started = named(name, manager.refresh());
        if (started.isEmpty()) {
            throw new DaemonException(new DaemonFailure.Refused("pm2 start", "the process is not in PM2's list afterwards"));
        }
        return started;
    }

    /// PM2's list now; empty where no daemon is there, which a start will bring up.
    private List<ManagedProcess> list() {
        try {
            return manager.refresh();
        } catch (DaemonException e) {
            if (e.failure() instanceof DaemonFailure.Unreachable unreachable && unreachable.state() == DaemonState.DOWN) {
                return List.of();
            }
            throw e;
        }
    }

    private static List<ManagedProcess> named(String name, List<ManagedProcess> list) {
        return list.stream().filter(process -> process.name().equals(name)).toList();
    }
}
