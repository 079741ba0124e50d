package dev.pm2console.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.pm2console.process.EnvFingerprint;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.SavedList;
import dev.pm2console.process.SavedList.SavedApp;

/// Compares the running list with the saved one: what a reboot would lose or bring back.
final class DriftCheck {

    /// PM2 gives these variables anew whenever it starts a process.
    private static final Set<String> GIVEN_BY_PM2 = Set.of("unique_id", "NODE_APP_INSTANCE", "PM2_HOME", "PM2_USAGE",
            "PM2_INTERACTOR_PROCESSING", "PM2_JSON_PROCESSING", "PM2_PROGRAMMATIC", "_");
    private static final Set<String> LOG_FILES = Set.of("out_file", "error_file", "log_file");
    private static final String INSTANCE_NUMBER = "-\\d+\\.log$";

    private DriftCheck() {
    }

    /// @param saved empty if nothing was ever saved: then everything that runs is new
    static Results.Drift compare(List<ManagedProcess> running, Optional<SavedList> saved) {
        Map<String, List<ManagedProcess>> now = running.stream().filter(process -> !process.module())
                .collect(Collectors.groupingBy(ManagedProcess::name, TreeMap::new, Collectors.toList()));
        Map<String, List<SavedApp>> then = saved.map(SavedList::apps).orElse(List.of()).stream()
                .collect(Collectors.groupingBy(SavedApp::name, TreeMap::new, Collectors.toList()));
        var added = new TreeSet<>(now.keySet());
        added.removeAll(then.keySet());
        var removed = new TreeSet<>(then.keySet());
        removed.removeAll(now.keySet());
        var changed = new ArrayList<Results.Changed>();
        now.forEach((name, instances) -> {
            if (then.containsKey(name)) {
                changed(name, instances, then.get(name)).ifPresent(changed::add);
            }
        });
        var drift = !added.isEmpty() || !removed.isEmpty() || !changed.isEmpty();
        return new Results.Drift(saved.map(SavedList::at), drift, added, removed, changed);
    }

    private static Optional<Results.Changed> changed(String name, List<ManagedProcess> now, List<SavedApp> then) {
        var options = differences(now.getFirst().options(), then.getFirst().options());
        if (now.size() != then.size()) {
            options.add("instances");
        }
        var env = variables(now.getFirst().env(), then.getFirst().env());
        return options.isEmpty() && env.isEmpty() ? Optional.empty()
                : Optional.of(new Results.Changed(name, options, env));
    }

    private static Set<String> variables(EnvFingerprint now, EnvFingerprint then) {
        var names = new TreeSet<>(now.differences(then));
        names.removeAll(GIVEN_BY_PM2);
        return names;
    }

    private static Set<String> differences(Map<String, Object> now, Map<String, Object> then) {
        var names = new TreeSet<>(now.keySet());
        names.addAll(then.keySet());
        names.removeIf(name -> Objects.equals(comparable(name, now.get(name)), comparable(name, then.get(name))));
        return names;
    }

    /// Log files are numbered by process ids, which are given anew. A process that is stopped is told not to watch, also
    /// where it never did.
    private static Object comparable(String name, Object value) {
        if (name.equals("watch") && value == null) {
            return false;
        }
        return LOG_FILES.contains(name) && value instanceof String path ? path.replaceFirst(INSTANCE_NUMBER, ".log") : value;
    }
}
