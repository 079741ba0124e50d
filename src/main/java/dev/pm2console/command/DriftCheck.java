package dev.pm2console.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.SavedList;

/// Compares the running list with the saved one: what a reboot would lose or bring back. What was compared last is remembered,
/// as every status tells of it, and lists change far less often than they are asked about.
final class DriftCheck {

    private volatile Optional<Compared> last = Optional.empty();

    /// Two lists, and how they differ.
    private record Compared(List<ManagedProcess> running, Optional<SavedList> saved, Results.Drift drift) {
        boolean isOf(List<ManagedProcess> others, Optional<SavedList> another) {
            return running.equals(others) && saved.equals(another); // of the same lists at once
        }
    }

    /// @param saved empty if nothing was ever saved: then everything that runs is new
    Results.Drift compare(List<ManagedProcess> running, Optional<SavedList> saved) {
        var known = last.filter(it -> it.isOf(running, saved));
        if (known.isPresent()) {
            return known.get().drift;
        }
        var drift = difference(running, saved);
        last = Optional.of(new Compared(running, saved, drift));
        return drift;
    }

    private static Results.Drift difference(List<ManagedProcess> running, Optional<SavedList> saved) {
        Map<String, List<AppState>> now = running.stream().filter(process -> !process.module())
                .collect(Collectors.groupingBy(ManagedProcess::name, TreeMap::new,
                        Collectors.mapping(AppState::of, Collectors.toList())));
        Map<String, List<AppState>> then = saved.map(SavedList::apps).orElse(List.of()).stream()
                .collect(Collectors.groupingBy(SavedList.SavedApp::name, TreeMap::new,
                        Collectors.mapping(AppState::of, Collectors.toList())));
        var added = new TreeSet<>(now.keySet());
        added.removeAll(then.keySet());
        var removed = new TreeSet<>(then.keySet());
        removed.removeAll(now.keySet());
        var changed = new ArrayList<Results.Changed>();
        var details = new ArrayList<Results.DriftDetail>();
        added.forEach(name -> details.add(AppDifference.added(name, now.get(name))));
        removed.forEach(name -> details.add(AppDifference.removed(name, then.get(name))));
        now.forEach((name, instances) -> {
            if (then.containsKey(name)) {
                AppDifference.between(name, then.get(name), instances).ifPresent(detail -> {
                    details.add(detail);
                    changed.add(brief(detail));
                });
            }
        });
        return new Results.Drift(saved.map(SavedList::at), !details.isEmpty(), added, removed, changed, details);
    }

    private static Results.Changed brief(Results.DriftDetail detail) {
        var options = detail.options().stream().map(Results.DriftOption::option).collect(Collectors.toCollection(TreeSet::new));
        var env = new TreeSet<>(detail.env().added());
        env.addAll(detail.env().removed());
        env.addAll(detail.env().changed());
        return new Results.Changed(detail.name(), options, env);
    }
}
