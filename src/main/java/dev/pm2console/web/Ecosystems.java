package dev.pm2console.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import dev.pm2console.command.Failure;
import dev.pm2console.command.Operation;
import dev.pm2console.command.Results;
import dev.pm2console.command.Violation;

/// Starts what ecosystem files say, and tells how it went.
@Singleton
class Ecosystems {

    private static final Pattern OF_APP = Pattern.compile("apps\\[(\\d{1,9})](?:\\.(.*))?", Pattern.DOTALL);

    private final PageDoor door;

    Ecosystems(PageDoor door) {
        this.door = door;
    }

    /// What would be done about all of it.
    Results.EcosystemPlan preview(EcosystemForm form, EcosystemText text) {
        return door.execute(Operation.START_ECOSYSTEM, form.request(text, true, Set.of()));
    }

    /// Does it, for the applications that are named; for all where none is.
    ///
    /// @return what to tell
    List<Notice> start(EcosystemForm form, EcosystemText text, Set<String> names) {
        return told(door.execute(Operation.START_ECOSYSTEM, form.request(text, false, names)), form.onExisting());
    }

    /// What is wrong, each with the application that it is about.
    static List<StartErrors.Problem> problems(Failure failure, EcosystemText text) {
        var violations = StartErrors.violations(failure);
        if (violations.isEmpty()) {
            var told = Notice.failed("Nothing was started", failure);
            return List.of(new StartErrors.Problem("", "", (told.text() + " " + told.advice()).strip()));
        }
        return violations.stream().map(it -> problem(it, text)).toList();
    }

    private static StartErrors.Problem problem(Violation violation, EcosystemText text) {
        var app = OF_APP.matcher(violation.field());
        if (app.matches()) {
            var said = app.group(2) == null ? violation.message() : app.group(2) + " " + violation.message();
            return new StartErrors.Problem("text", text.called(Integer.parseInt(app.group(1))), said + ".");
        }
        var said = violation.field().equals("apps") ? violation.message() : violation.field() + " " + violation.message();
        return new StartErrors.Problem("text", "Ecosystem file", said + ".");
    }

    private static List<Notice> told(Results.EcosystemPlan plan, String onExisting) {
        var notices = new ArrayList<Notice>();
        listed(plan, "started").ifPresent(names -> notices.add(Notice.done("Started " + names + ".")));
        listed(plan, "changed").ifPresent(names -> notices.add(Notice.done((onExisting.equals("reload") ? "Reloaded "
                : "Restarted ") + names + " with what changed.")));
        listed(plan, "left").ifPresent(names -> notices.add(Notice.done("Left " + names + " as it is.")));
        plan.apps().stream().filter(app -> app.outcome().equals("refused")).forEach(app -> notices.add(
                Notice.warning(app.name() + " was refused: " + app.reason().orElse("") + ".")));
        return notices;
    }

    private static Optional<String> listed(Results.EcosystemPlan plan, String outcome) {
        var names = plan.apps().stream().filter(app -> app.outcome().equals(outcome)).map(Results.Planned::name).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(Bulk.listed(names));
    }
}
