package dev.pm2console.process;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// An environment without its values: for each variable a number by which two values can be told apart, but not found
/// out. The numbers are keyed with a secret that lives as long as the console runs, so they mean nothing elsewhere.
public record EnvFingerprint(Map<String, Long> values) {

    public static final EnvFingerprint EMPTY = new EnvFingerprint(Map.of());

    public EnvFingerprint {
        values = new TreeMap<>(values);
    }

    @Override
    public Map<String, Long> values() {
        return Map.copyOf(values);
    }

    /// The variables' names, sorted.
    public Set<String> names() {
        return new TreeSet<>(values.keySet());
    }

    /// The names of the variables that one has and the other has not, or that differ; sorted.
    public Set<String> differences(EnvFingerprint other) {
        var names = new TreeSet<>(values.keySet());
        names.addAll(other.values.keySet());
        names.removeIf(name -> values.containsKey(name) && values.get(name).equals(other.values.get(name)));
        return names;
    }
}
