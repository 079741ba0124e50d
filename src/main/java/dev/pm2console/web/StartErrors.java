package dev.pm2console.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.pm2console.command.Failure;
import dev.pm2console.command.Violation;

/// Why nothing was started, in sentences.
///
/// @param beside by the field beside which each is said
/// @param apart  what is about no field
public record StartErrors(Map<String, String> beside, List<String> apart) {

    private static final Pattern ENTRY = Pattern.compile("(\\w+)(?:\\[(\\d{1,9})])?(?:\\.(.*))?");

    /// One of them, with where it belongs.
    ///
    /// @param field the name of the field; empty for none
    public record Problem(String field, String label, String text) {
    }

    static StartErrors none() {
        return new StartErrors(Map.of(), List.of());
    }

    static StartErrors of(Failure failure, StartForm form) {
        var beside = new LinkedHashMap<String, String>();
        var apart = new ArrayList<String>();
        var violations = violations(failure);
        violations.forEach(violation -> option(violation).ifPresentOrElse(
                option -> beside.merge(option.word(), said(violation, option, form), (a, b) -> a + " " + b),
                () -> apart.add(FormErrors.sentence((violation.field() + " " + violation.message()).strip()))));
        if (violations.isEmpty()) {
            var told = Notice.failed("Not started", failure);
            apart.add((told.text() + " " + told.advice()).strip());
        }
        return new StartErrors(beside, apart);
    }

    /// All of them, in the order of the form.
    public List<Problem> all() {
        var all = new ArrayList<Problem>();
        apart.forEach(text -> all.add(new Problem("", "", text)));
        for (var option : StartOption.values()) {
            Optional.ofNullable(beside.get(option.word()))
                    .ifPresent(text -> all.add(new Problem(option.word(), option.label(), text)));
        }
        return all;
    }

    /// What is wrong with parameters, where it is that.
    static List<Violation> violations(Failure failure) {
        return switch (failure) {
            case Failure.InvalidArgument(var violations) -> violations;
            case Failure.ScriptNotFound it ->
                List.of(new Violation(it.field(), "“" + it.script() + "” " + it.reason()));
            case Failure.OutsideAppsRoot it ->
                List.of(new Violation(it.field(), "leads out of the apps root " + it.root()));
            case Failure.NameTaken it -> List.of(new Violation("name", "“" + it.name()
                    + "” is taken: another process has this name"));
            default -> List.of();
        };
    }

    private static Optional<StartOption> option(Violation violation) {
        var entry = ENTRY.matcher(violation.field());
        return entry.matches() ? StartOption.of(entry.group(1).equals("watch") && entry.group(2) != null ? "watch_paths"
                : entry.group(1)) : Optional.empty();
    }

    /// Rules are statements, which beside what breaks them would read as if they held.
    private static String obliging(String rule) {
        return rule.replaceFirst("^is (?!required|another|also|not |a name )", "must be ").replaceFirst("^has ", "must have ")
                .replaceFirst("^ends ", "must end ").replaceFirst("^does not end ", "must not end ");
    }

    /// An entry of a list is named as it was typed.
    private static String said(Violation violation, StartOption option, StartForm form) {
        var entry = ENTRY.matcher(violation.field());
        if (!entry.matches() || (entry.group(2) == null && entry.group(3) == null)) {
            return FormErrors.sentence(obliging(violation.message()));
        }
        if (entry.group(3) != null) {
            return FormErrors.sentence(entry.group(3) + " " + violation.message());
        }
        var typed = option.kind() == StartOption.Kind.CODES ? List.of(form.typed(option).split("[\\s,]+"))
                : StartForm.lines(form.typed(option));
        var index = Integer.parseInt(entry.group(2));
        return FormErrors.sentence((index < typed.size() ? "“" + typed.get(index) + "” " : "") + violation.message());
    }
}
