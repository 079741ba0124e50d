package dev.pm2console.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.pm2console.command.Command;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Requests;
import dev.pm2console.command.Results;
import dev.pm2console.command.Violation;
import dev.pm2console.process.ProcessManager;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// Changing options of an application: a form, what it would do, and the restart or reload that does it.
@Path("/processes/{nameOrId}/configuration/options")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class OptionsPages {

    private static final dev.pm2console.command.Operation CHANGE = dev.pm2console.command.Operation.START_ECOSYSTEM;
    private static final String APP = "apps[0].";

    private final PageDoor door;
    private final ProcessManager manager;
    private final Notices notices;

    OptionsPages(PageDoor door, ProcessManager manager, Notices notices) {
        this.door = door;
        this.manager = manager;
        this.notices = notices;
    }

    /// The pages.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(OptionsSheet sheet, List<Notice> notices, Rights may);

        static native TemplateInstance preview(OptionsSheet sheet, List<OptionsSheet.Difference> differences,
                List<Notice> notices, Rights may);
    }

    /// The form. Asks what would be done if nothing was typed: whoever can't change anything is told before typing.
    @GET
    @Operation(hidden = true)
    public Response form(@PathParam("nameOrId") String nameOrId) {
        door.require(CHANGE);
        var found = named(nameOrId);
        var config = found.processes().getFirst().config();
        var sheet = OptionsSheet.of(nameOrId, found, OptionsForm.now(config),
                found.processes().size() > 1 ? "reload" : "restart");
        try {
            var planned = plan(new OptionsChange(config, Map.of()), true, "restart");
            return form(200, planned.outcome().equals("refused") ? refused(sheet, planned) : sheet, List.of());
        } catch (CommandException e) {
            if (e.failure() instanceof Failure.Daemon) {
                throw e;
            }
            return form(200, refused(sheet, e), List.of());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(@PathParam("nameOrId") String nameOrId, @BeanParam OptionsForm form) {
        door.require(CHANGE);
        var found = named(nameOrId);
        var config = found.processes().getFirst().config();
        var sheet = OptionsSheet.of(nameOrId, found, form.typed(), form.how()).merged(form.was());
        var change = OptionsChange.of(config, sheet.typed());
        if (!sheet.meanwhile().isEmpty()) {
            return form(409, sheet, List.of(Notice.warning("Somebody else changed options since you opened this form. What you"
                    + " typed is kept: look at what is marked, then go on.")));
        }
        if (form.step().equals("edit")) {
            return form(200, sheet, List.of());
        }
        if (change.typed().isEmpty()) {
            return form(400, sheet, List.of(Notice.warning("That is how it is already: nothing changes.")));
        }
        try {
            if (!change.impossible().isEmpty()) {
                door.check(CHANGE, Requests.startEcosystem(change.possible().parameters(true, form.how())));
                return form(400, sheet.wrong(change.impossible()), List.of(wrong()));
            }
            return form.step().equals("restart") ? done(sheet, change) : preview(sheet, change);
        } catch (CommandException e) {
            return again(sheet.wrong(change.impossible()), e);
        }
    }

    private Response preview(OptionsSheet sheet, OptionsChange change) {
        var planned = plan(change, true, sheet.how());
        if (planned.outcome().equals("refused")) {
            return form(409, refused(sheet, planned), List.of());
        }
        return ConfigurationPage.unkept(Templates.preview(sheet, sheet.differences(change, change.config()), List.of(),
                door.rights()));
    }

    private Response done(OptionsSheet sheet, OptionsChange change) {
        var planned = plan(change, false, sheet.how());
        if (planned.outcome().equals("refused")) {
            return form(409, refused(sheet, planned), List.of());
        }
        var now = OptionsForm.now(named(sheet.subject().nameOrId()).processes().getFirst().config());
        var missed = change.typed().entrySet().stream().filter(it -> !taken(it, now)).map(Map.Entry::getKey).toList();
        var told = missed.isEmpty()
                ? new Notice(Notice.Kind.DONE, (sheet.how().equals("reload") ? "Reloaded " : "Restarted ") + planned.name()
                        + " with its new options.", "Save the list to keep them across a reboot.")
                : Notice.warning("PM2 did not take over: " + OptionsSheet.named(missed) + ".");
        return Response.seeOther(URI.create(sheet.subject().address() + "/configuration"))
                .cookie(notices.keep(List.of(told))).build();
    }

    /// A value that has units or spaces comes back otherwise than it was typed.
    private static boolean taken(Map.Entry<String, String> typed, Map<String, String> now) {
        var option = AppOption.of(typed.getKey()).orElseThrow();
        return switch (option) {
            case MIN_UPTIME, MAX_MEMORY, ARGS, NODE_ARGS, STOP_EXIT_CODES -> !now.get(option.wire()).isEmpty();
            default -> now.get(option.wire()).equals(typed.getValue());
        };
    }

    private Results.Planned plan(OptionsChange change, boolean preview, String how) {
        return door.execute(CHANGE, Requests.startEcosystem(change.parameters(preview, how))).apps().getFirst();
    }

    /// @throws CommandException where the address names several applications
    private Results.Descriptions named(String nameOrId) {
        var found = door.execute(new Command.DescribeProcess(nameOrId, Optional.empty()));
        if (!Configuration.subject(nameOrId, found).isNamed()) {
            throw CommandException.invalid("nameOrId", "names one application whose options are changed");
        }
        return found;
    }

    private Response again(OptionsSheet sheet, CommandException failed) {
        var violations = violations(failed.failure());
        var ofFields = new TreeMap<>(sheet.errors());
        violations.stream().filter(it -> sheet.typed().containsKey(option(it)))
                .forEach(it -> ofFields.merge(option(it), it.message(), (a, b) -> a + "; " + b));
        if (failed.failure() instanceof Failure.Forbidden) {
            throw failed;
        }
        return ofFields.isEmpty() ? form(failed.failure().code().status(), sheet,
                List.of(Notice.failed("Nothing was changed", failed.failure())))
                : form(400, sheet.wrong(ofFields), List.of(wrong()));
    }

    private static String option(Violation violation) {
        return violation.field().replace(APP, "").replaceFirst("[.\\[].*", "");
    }

    private static List<Violation> violations(Failure failure) {
        return failure instanceof Failure.InvalidArgument(var violations) ? violations : List.of();
    }

    private OptionsSheet refused(OptionsSheet sheet, CommandException failed) {
        return sheet.refused(failed.failure().message().replace(APP, ""), instead(sheet));
    }

    private OptionsSheet refused(OptionsSheet sheet, Results.Planned planned) {
        return sheet.refused(planned.reason().orElse("PM2 refuses it"), instead(sheet));
    }

    private Optional<String> instead(OptionsSheet sheet) {
        return manager.commandLine(Optional.empty(),
                List.of("restart", sheet.subject().title(), "--max-memory-restart", "300M"));
    }

    private Response form(int status, OptionsSheet sheet, List<Notice> told) {
        return ConfigurationPage.unkept(Response.status(status).entity(Templates.form(sheet, told, door.rights())));
    }

    private static Notice wrong() {
        return new Notice(Notice.Kind.PROBLEM, "Nothing was done: see what is marked.", "");
    }
}
