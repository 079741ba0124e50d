package dev.pm2console.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import dev.pm2console.command.GivenVariables;
import dev.pm2console.command.Results;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessManager;

/// Compares environments without their values.
@Singleton
class Environments {

    private final ProcessManager manager;

    Environments(ProcessManager manager) {
        this.manager = manager;
    }

    /// The variables of which these processes have different values, without those that are given to each.
    Set<String> differing(Results.Descriptions found) {
        var processes = processes(found);
        var differing = new TreeSet<String>();
        processes.stream().skip(1).forEach(it -> differing.addAll(it.env().differences(processes.getFirst().env())));
        differing.removeIf(GivenVariables::isGiven);
        return differing;
    }

    /// Stands for the present values of these variables: another number means other values. It tells nothing of them, and
    /// means nothing once the console was restarted.
    String state(Results.Descriptions found, Set<String> names) {
        var state = new TreeMap<Integer, Map<String, Long>>();
        processes(found).forEach(it -> state.put(it.id().value(), it.env().values().entrySet().stream()
                .filter(entry -> names.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new))));
        return Integer.toHexString(state.hashCode());
    }

    private List<ManagedProcess> processes(Results.Descriptions found) {
        var ids = found.processes().stream().map(it -> it.detail().id()).toList();
        return manager.known().stream().filter(it -> ids.contains(it.id().value())).toList();
    }
}
