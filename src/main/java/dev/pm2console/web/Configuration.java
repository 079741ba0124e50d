package dev.pm2console.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.pm2console.command.GivenVariables;
import dev.pm2console.command.Results;

/// How processes are configured: PM2's options in groups, and the environment, which is told without its values.
///
/// @param subject   whom it is about
/// @param groups    the options
/// @param variables of the environment, by name; only those that are looked for
/// @param count     how many variables there are
/// @param filter    what they are looked for by; empty for all
/// @param unsaved   whether the saved list has something else
public record Configuration(ProcessPage.Subject subject, List<OptionGroup> groups, List<Variable> variables, int count,
        String filter, boolean unsaved) {

    private static final String NUMBERED = "-\\d+\\.log$";

    /// Options that belong together.
    public record OptionGroup(String title, List<Option> options) {
    }

    /// An option with its value.
    ///
    /// @param usual  whether it is as it would be anyway
    /// @param value  for people
    /// @param each   where instances have different values: which has which
    /// @param differ whether that is more than the number in a file's name
    public record Option(AppOption option, boolean usual, String value, List<Of> each, boolean differ) {
    }

    /// What one instance has.
    public record Of(int id, String value) {
    }

    /// A variable of the environment.
    ///
    /// @param only     the ids of those that have it, where not all do
    /// @param differs  whether instances have different values
    /// @param revealed its values, where they were asked for
    public record Variable(String name, List<Integer> only, boolean differs, List<Of> revealed) {

        /// Its name as a part of an address.
        public String encoded() {
            return Addresses.segment(name);
        }

        /// Whether it can be given another value: PM2 gives some itself.
        public boolean isChangeable() {
            return !GivenVariables.isGiven(name);
        }
    }

    /// @param differing variables of which the instances have different values
    /// @param reveal    the variable whose values the descriptions tell
    static Configuration of(String nameOrId, Results.Descriptions found, Set<String> differing, String filter,
            Optional<String> reveal, Results.Drift drift) {
        var subject = subject(nameOrId, found);
        var all = new TreeSet<String>();
        found.processes().forEach(it -> all.addAll(it.env().keySet()));
        var names = subject.rows().stream().map(row -> row.process().name()).toList();
        return new Configuration(subject, groups(found.processes()), all.stream().filter(name -> matches(name, filter))
                .map(name -> variable(name, found.processes(), differing, reveal)).toList(), all.size(), filter,
                drift.details().stream().anyMatch(it -> names.contains(it.name())));
    }

    static ProcessPage.Subject subject(String nameOrId, Results.Descriptions found) {
        return new ProcessPage.Subject(nameOrId, found.processes().stream().map(it -> new Group.Row(it.detail())).toList());
    }

    /// The query that gives these variables again, with its question mark; empty for all.
    public String query() {
        return filter.isEmpty() ? "" : "?variable=" + Addresses.segment(filter);
    }

    /// How many options are not as usual.
    public long changed() {
        return groups.stream().flatMap(group -> group.options().stream())
                .filter(it -> !it.usual() && !it.option().usual().isEmpty()).count();
    }

    private static boolean matches(String name, String filter) {
        return name.toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT));
    }

    private static List<OptionGroup> groups(List<Results.Description> processes) {
        Map<AppOption.Section, List<Option>> groups = new TreeMap<>();
        Arrays.stream(AppOption.values()).filter(option -> isTold(option, processes))
                .forEach(option -> groups.computeIfAbsent(option.section(), _ -> new ArrayList<>())
                        .add(option(option, processes)));
        return groups.entrySet().stream().map(it -> new OptionGroup(it.getKey().title(), it.getValue())).toList();
    }

    /// Instances of a cluster have files of their own, or not; of others it means nothing.
    private static boolean isTold(AppOption option, List<Results.Description> processes) {
        return option != AppOption.MERGE_LOGS
                || processes.stream().anyMatch(it -> "cluster".equals(it.config().get("exec_mode")));
    }

    private static Option option(AppOption option, List<Results.Description> processes) {
        var values = new LinkedHashMap<Integer, String>();
        processes.forEach(it -> values.put(it.detail().id(), option.shown(it.config().get(option.wire()))));
        var first = values.values().iterator().next();
        var each = values.values().stream().distinct().count() > 1
                ? values.entrySet().stream().map(it -> new Of(it.getKey(), it.getValue())).toList()
                : List.<Of> of();
        return new Option(option, values.values().stream().allMatch(option.usual()::equals), first, each,
                each.stream().map(it -> it.value().replaceFirst(NUMBERED, "")).distinct().count() > 1);
    }

    private static Variable variable(String name, List<Results.Description> processes, Set<String> differing,
            Optional<String> reveal) {
        var having = processes.stream().filter(it -> it.env().containsKey(name)).toList();
        var values = reveal.filter(name::equals).isEmpty() ? List.<Of> of()
                : having.stream().map(it -> new Of(it.detail().id(), it.env().get(name))).toList();
        return new Variable(name,
                having.size() == processes.size() ? List.of() : having.stream().map(it -> it.detail().id()).toList(),
                differing.contains(name),
                values.stream().map(Of::value).filter(Objects::nonNull).distinct().count() > 1 ? values
                        : values.stream().limit(1).toList());
    }
}
