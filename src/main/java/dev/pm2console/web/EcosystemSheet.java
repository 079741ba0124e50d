package dev.pm2console.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

import dev.pm2console.command.Results;

/// What the page of an ecosystem file shows.
///
/// @param form     what was typed
/// @param problems why it can't be started
/// @param plan     what would be done; empty where that is not known
/// @param seen     stands for all that decides what would be done; empty where that is not known
/// @param moved    whether it is another plan than the one that was seen
/// @param root     the apps root
public record EcosystemSheet(EcosystemForm form, List<StartErrors.Problem> problems, List<Step> plan, String seen,
        boolean moved, String root) {

    /// What would be done about one application.
    ///
    /// @param script  what it runs
    /// @param outcome `started`, `changed`, `left` or `refused`
    /// @param detail  what changes, or why it is refused
    public record Step(String name, String script, String outcome, String detail) {

        public boolean isDone() {
            return outcome.equals("started") || outcome.equals("changed");
        }
    }

    static EcosystemSheet plain(EcosystemForm form, List<StartErrors.Problem> problems, String root) {
        return new EcosystemSheet(form, problems, List.of(), "", false, root);
    }

    static EcosystemSheet previewed(EcosystemForm form, EcosystemText text, Results.EcosystemPlan plan, boolean moved,
            String root) {
        return new EcosystemSheet(form, List.of(), steps(text, plan), seen(form, plan), moved, root);
    }

    public boolean isPlanned() {
        return !plan.isEmpty();
    }

    /// Whether there is anything to do.
    public boolean isAnyDone() {
        return plan.stream().anyMatch(Step::isDone);
    }

    /// What is done to one that changes.
    public String verb() {
        return form.onExisting().equals("reload") ? "reload" : "restart";
    }

    /// The number that stands for what was seen: whatever changes what would be done, changes it.
    static String seen(EcosystemForm form, Results.EcosystemPlan plan) {
        var all = new StringBuilder(form.text()).append('\0').append(form.base()).append('\0').append(form.environment())
                .append('\0').append(form.onExisting());
        plan.apps().forEach(app -> all.append('\0').append(app.name()).append('\0').append(app.outcome()).append('\0')
                .append(new TreeSet<>(app.changes())));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(all.toString().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The preview is of all applications, in the order of the file.
    private static List<Step> steps(EcosystemText text, Results.EcosystemPlan plan) {
        var steps = new ArrayList<Step>();
        for (var app : plan.apps()) {
            steps.add(new Step(app.name(), text.script(steps.size()), app.outcome(),
                    app.reason().orElseGet(() -> String.join(", ", new TreeSet<>(app.changes())))));
        }
        return steps;
    }
}
