package dev.pm2console.command;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.process.ExecMode;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.Status;

/// The commands that do something to processes.
final class Actions {

    private final ProcessManager manager;
    private final Views views;
    private final Targets targets;
    private final ObjectMapper json;

    Actions(ProcessManager manager, Views views, Targets targets, ObjectMapper json) {
        this.manager = manager;
        this.views = views;
        this.targets = targets;
        this.json = json;
    }

    Results.Affected start(String nameOrId) {
        var began = System.nanoTime();
        var started = new ConcurrentLinkedQueue<ManagedProcess>();
        targets.each(targets.selectFresh(nameOrId), process -> {
            if (!process.status().isUp()) {
                started.add(process);
                cancelPendingRestart(process);
                manager.start(process.id());
            }
        });
        if (started.isEmpty()) {
            throw new CommandException(new Failure.AlreadyRunning(nameOrId));
        }
        return affected(List.copyOf(started), manager.known(), began);
    }

    Results.Affected stop(String nameOrId) {
        var began = System.nanoTime();
        var chosen = targets.select(nameOrId);
        targets.ending(chosen, process -> manager.stop(process.id()));
        return affected(chosen, manager.known(), began);
    }

    Results.Affected restart(String nameOrId, Map<String, String> env, Course course) {
        var began = System.nanoTime();
        var chosen = targets.rolling(nameOrId, course, process -> {
            cancelPendingRestart(process);
            manager.restart(process.id(), env);
        });
        return affected(chosen, manager.known(), began);
    }

    Results.Affected delete(String nameOrId) {
        var began = System.nanoTime();
        var chosen = targets.selectFresh(nameOrId);
        targets.ending(chosen, process -> manager.delete(process.id()));
        return new Results.Affected(chosen.stream().map(Actions::ended).map(views::process).toList(), since(began));
    }

    Results.Affected reset(String nameOrId) {
        var began = System.nanoTime();
        var chosen = targets.select(nameOrId);
        targets.each(chosen, process -> manager.reset(process.id()));
        return affected(chosen, manager.refresh(), began);
    }

    Results.Affected signal(Command.SendSignal command) {
        var began = System.nanoTime();
        var up = running(command.nameOrId(), targets.selectFresh(command.nameOrId()));
        targets.each(up, process -> {
            // without a system process PM2 would signal its own process group
            running(command.nameOrId(), List.of(process));
            manager.signal(process.id(), command.signal());
        });
        return affected(up, manager.refresh(), began);
    }

    Results.Affected sendLine(Command.SendLine command) {
        var began = System.nanoTime();
        var chosen = targets.select(command.nameOrId());
        chosen.stream().filter(process -> process.mode() != ExecMode.FORK).findFirst().ifPresent(process -> {
            throw new CommandException(new Failure.NotFork(process.name()));
        });
        var up = running(command.nameOrId(), chosen);
        targets.each(up, process -> manager.sendLine(process.id(), command.line()));
        return affected(up, manager.known(), began);
    }

    Results.ActionReply trigger(Command.TriggerAction command, Duration patience) {
        var began = System.nanoTime();
        var chosen = targets.selectFresh(command.nameOrId());
        var offering = chosen.stream().filter(process -> process.actions().contains(command.action())).toList();
        if (offering.isEmpty()) {
            throw new CommandException(new Failure.ActionNotFound(command.action(),
                    chosen.stream().flatMap(process -> process.actions().stream()).distinct().sorted().toList()));
        }
        var replies = new ConcurrentLinkedQueue<Results.Reply>();
        targets.each(offering, process -> replies.add(new Results.Reply(process.id().value(), process.name(),
                manager.trigger(process.id(), command.action(), command.params(), patience).map(this::tree))));
        return new Results.ActionReply(List.copyOf(replies), since(began));
    }

    /// Removes the instances that are down before it ends one that works.
    Results.Affected scale(Command.ScaleProcess command) {
        var began = System.nanoTime();
        var names = targets.selectFresh(command.nameOrId()).stream().map(ManagedProcess::name).distinct().toList();
        if (names.size() > 1) {
            throw CommandException.invalid("nameOrId", "names one application to scale; this means " + names.size());
        }
        var name = names.getFirst();
        return targets.inTurn(name, () -> {
            var now = instances(name, manager.refresh());
            if (now.getFirst().mode() != ExecMode.CLUSTER) {
                throw new CommandException(new Failure.NotCluster(name));
            }
            var wanted = command.instances().on(Runtime.getRuntime().availableProcessors());
            var model = now.stream().filter(process -> process.status() == Status.ONLINE).findFirst()
                    .orElse(now.getFirst());
            for (var i = now.size(); i < wanted; i++) {
                manager.duplicate(model.id());
            }
            now.stream().sorted(Comparator.comparing((ManagedProcess process) -> process.status().isUp())
                    .thenComparing(ManagedProcess::id, Comparator.reverseOrder()))
                    .limit(Math.max(0, now.size() - wanted))
                    .forEach(process -> {
                        targets.awaitLaunch(process);
                        manager.delete(process.id());
                    });
            return new Results.Affected(views.processes(instances(name, manager.refresh())), since(began));
        });
    }

    /// PM2 would start a process twice whose restart is pending: stopping it first cancels that.
    private void cancelPendingRestart(ManagedProcess process) {
        if (process.status() == Status.WAITING_RESTART) {
            manager.stop(process.id());
        }
    }

    private static List<ManagedProcess> running(String nameOrId, List<ManagedProcess> chosen) {
        var up = chosen.stream().filter(process -> process.status().isUp() && process.pid().isPresent()).toList();
        if (up.isEmpty()) {
            throw new CommandException(new Failure.NotRunning(nameOrId));
        }
        return up;
    }

    private static List<ManagedProcess> instances(String name, List<ManagedProcess> list) {
        var instances = list.stream().filter(process -> process.name().equals(name)).toList();
        if (instances.isEmpty()) {
            throw new CommandException(new Failure.ProcessNotFound(name));
        }
        return instances;
    }

    static ManagedProcess ended(ManagedProcess process) {
        return process.withState(Status.STOPPED, OptionalLong.empty(), process.restarts(), Optional.empty(),
                process.exitCode());
    }

    private Results.Affected affected(List<ManagedProcess> chosen, List<ManagedProcess> now, long began) {
        return new Results.Affected(views.processes(targets.again(chosen, now)), since(began));
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reply is JSON", e);
        }
    }

    static long since(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }
}
