package dev.pm2console.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.pm2console.command.Results;

/// What a person is shown who changes an environment.
///
/// @param subject whom it is about
/// @param known   the variables that there are
/// @param partly  those that not every instance has
/// @param rows    what was typed
/// @param lines   what was pasted and can't be read
/// @param state   stands for the present values of what was typed
public record EnvironmentSheet(ProcessPage.Subject subject, Set<String> known, Set<String> partly,
        List<EnvironmentForm.Row> rows, List<String> lines, String state) {

    static EnvironmentSheet of(String nameOrId, Results.Descriptions found, List<EnvironmentForm.Row> rows, List<String> lines,
            String state) {
        var known = new TreeSet<String>();
        found.processes().forEach(it -> known.addAll(it.env().keySet()));
        var partly = new TreeSet<>(known);
        partly.removeIf(name -> found.processes().stream().allMatch(it -> it.env().containsKey(name)));
        return new EnvironmentSheet(Configuration.subject(nameOrId, found), known, partly, rows, lines, state);
    }

    public boolean isWrong() {
        return !lines.isEmpty() || rows.stream().anyMatch(row -> !row.error().isEmpty());
    }

    public String pasted() {
        return String.join("\n", lines);
    }

    /// What becomes of a variable: `added`, `changed`, or `partly` where some instances have it already.
    public String change(String name) {
        return partly.contains(name) ? "partly" : known.contains(name) ? "changed" : "added";
    }
}
