package dev.pm2console.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How an application that is saved differs from the one that runs. Its instances are alike as a rule; where one of them is not,
/// that one counts.
final class AppDifference {

    private static final String INSTANCES = "instances";
    /// What says most of what an application is.
    private static final List<String> TELLING = List.of("script", "args", "cwd", "interpreter", "exec_mode", "namespace",
            "watch", "cron_restart", "max_memory_restart");
    private static final Map<String, String> USUAL = Map.of("namespace", "default");
    private static final Results.DriftVariables NONE = new Results.DriftVariables(Set.of(), Set.of(), Set.of());

    private AppDifference() {
    }

    static Results.DriftDetail added(String name, List<AppState> running) {
        var options = new ArrayList<Results.DriftOption>();
        telling(running).forEach(it -> options.add(new Results.DriftOption(it.getKey(), Optional.empty(),
                Optional.of(it.getValue()))));
        return new Results.DriftDetail(name, "added", options, NONE);
    }

    static Results.DriftDetail removed(String name, List<AppState> saved) {
        var options = new ArrayList<Results.DriftOption>();
        telling(saved).forEach(it -> options.add(new Results.DriftOption(it.getKey(), Optional.of(it.getValue()),
                Optional.empty())));
        return new Results.DriftDetail(name, "removed", options, NONE);
    }

    /// Empty where there is none.
    static Optional<Results.DriftDetail> between(String name, List<AppState> saved, List<AppState> running) {
        var now = running.stream().filter(it -> !saved.contains(it)).findFirst();
        var then = saved.stream().filter(it -> !running.contains(it)).findFirst();
        var options = new ArrayList<Results.DriftOption>();
        if (running.size() != saved.size()) {
            options.add(new Results.DriftOption(INSTANCES, Optional.of(Integer.toString(saved.size())),
                    Optional.of(Integer.toString(running.size()))));
        }
        var env = NONE;
        if (now.isPresent() || then.isPresent()) {
            var from = then.orElseGet(saved::getFirst);
            var to = now.orElseGet(running::getFirst);
            options.addAll(options(from.options(), to.options()));
            env = variables(from.env(), to.env());
        }
        return options.isEmpty() && env.equals(NONE) ? Optional.empty()
                : Optional.of(new Results.DriftDetail(name, "changed", options, env));
    }

    private static List<Results.DriftOption> options(Map<String, String> saved, Map<String, String> running) {
        var names = new TreeSet<>(saved.keySet());
        names.addAll(running.keySet());
        return names.stream().map(option -> new Results.DriftOption(option, Optional.ofNullable(saved.get(option)),
                Optional.ofNullable(running.get(option)))).filter(it -> !it.saved().equals(it.running())).toList();
    }

    private static Results.DriftVariables variables(Map<String, Long> saved, Map<String, Long> running) {
        var added = new TreeSet<>(running.keySet());
        added.removeAll(saved.keySet());
        var removed = new TreeSet<>(saved.keySet());
        removed.removeAll(running.keySet());
        var changed = new TreeSet<>(saved.keySet());
        changed.retainAll(running.keySet());
        changed.removeIf(name -> saved.get(name).equals(running.get(name)));
        return new Results.DriftVariables(added, removed, changed);
    }

    private static List<Map.Entry<String, String>> telling(List<AppState> instances) {
        var options = instances.getFirst().options();
        var told = new ArrayList<Map.Entry<String, String>>();
        TELLING.stream().filter(options::containsKey).filter(it -> !options.get(it).equals(USUAL.get(it)))
                .forEach(it -> told.add(Map.entry(it, options.get(it))));
        told.add(Map.entry(INSTANCES, Integer.toString(instances.size())));
        return told;
    }
}
