package dev.pm2console.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;

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
import org.jboss.resteasy.reactive.RestQuery;

import dev.pm2console.command.Command;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Requests;
import dev.pm2console.command.Results;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// Changing the environment of a process: a form, what it would do, and the restart that does it.
@Path("/processes/{nameOrId}/configuration/environment")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class EnvironmentPages {

    private static final String MEANWHILE = "Somebody else changed one of these variables while you looked at this page. Restart"
            + " only if yours is still meant.";

    private final PageDoor door;
    private final Environments environments;
    private final Notices notices;

    EnvironmentPages(PageDoor door, Environments environments, Notices notices) {
        this.door = door;
        this.environments = environments;
        this.notices = notices;
    }

    /// The pages.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(EnvironmentSheet sheet, List<Notice> notices, Rights may);

        static native TemplateInstance preview(EnvironmentSheet sheet, List<Notice> notices, Rights may);
    }

    @GET
    @Operation(hidden = true)
    public Response form(@PathParam("nameOrId") String nameOrId, @RestQuery String variable) {
        door.require(dev.pm2console.command.Operation.RESTART_PROCESS);
        return form(200, nameOrId, EnvironmentForm.about(variable).rows(), List.of(), List.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(@PathParam("nameOrId") String nameOrId, @BeanParam EnvironmentForm form) {
        var rows = form.rows();
        var request = Requests.restartProcess(nameOrId, EnvironmentForm.parameters(rows));
        try {
            door.check(dev.pm2console.command.Operation.RESTART_PROCESS, request);
        } catch (CommandException e) {
            return refused(nameOrId, form, e);
        }
        if (form.step().equals("edit")) {
            return form(200, nameOrId, rows, form.unreadable(), List.of());
        }
        if (rows.isEmpty() && form.unreadable().isEmpty()) {
            return form(400, nameOrId, rows, List.of(), List.of(Notice.warning("Type at least one variable.")));
        }
        var sheet = sheet(nameOrId, rows, form.unreadable());
        if (sheet.isWrong()) {
            return form(400, nameOrId, rows, form.unreadable(), List.of(wrong()));
        }
        if (!form.step().equals("restart")) {
            return ConfigurationPage.unkept(Templates.preview(sheet, List.of(), door.rights()));
        }
        if (!form.state().equals(sheet.state())) {
            return ConfigurationPage.unkept(Response.status(409).entity(
                    Templates.preview(sheet, List.of(Notice.warning(MEANWHILE)), door.rights())));
        }
        return restart(nameOrId, form, sheet);
    }

    private Response restart(String nameOrId, EnvironmentForm form, EnvironmentSheet sheet) {
        try {
            var done = door.execute(dev.pm2console.command.Operation.RESTART_PROCESS,
                    Requests.restartProcess(nameOrId, EnvironmentForm.parameters(sheet.rows())));
            var told = new Notice(Notice.Kind.DONE, "Restarted " + sheet.subject().title() + " with "
                    + Bulk.listed(sheet.rows().stream().map(EnvironmentForm.Row::name).toList()) + " in "
                    + Figures.took(done.tookMs()) + ".", "Save the list to keep that across a reboot.");
            return Response.seeOther(URI.create(sheet.subject().address() + "/configuration"))
                    .cookie(notices.keep(List.of(told))).build();
        } catch (CommandException e) {
            return refused(nameOrId, form, e);
        }
    }

    /// @throws CommandException the failure itself, where no form can say it
    private Response refused(String nameOrId, EnvironmentForm form, CommandException failed) {
        var rows = form.rows();
        return switch (failed.failure()) {
            case Failure.InvalidArgument(var violations) -> form(400, nameOrId, EnvironmentForm.marked(rows, violations),
                    form.unreadable(), EnvironmentForm.general(violations).isEmpty() ? List.of(wrong())
                            : EnvironmentForm.general(violations).stream()
                                    .map(it -> new Notice(Notice.Kind.PROBLEM, "The environment " + it + ".", "")).toList());
            case Failure.Forbidden _ -> throw failed;
            case Failure.ProcessNotFound _ -> throw failed;
            default -> form(failed.failure().code().status(), nameOrId, rows, form.unreadable(),
                    List.of(Notice.failed("Restart", failed.failure())));
        };
    }

    private Response form(int status, String nameOrId, List<EnvironmentForm.Row> rows, List<String> lines, List<Notice> told) {
        var sheet = sheet(nameOrId, rows, lines);
        return ConfigurationPage.unkept(Response.status(status).entity(Templates.form(new EnvironmentSheet(sheet.subject(),
                sheet.known(), sheet.partly(), EnvironmentForm.padded(rows), lines, sheet.state()), told, door.rights())));
    }

    private EnvironmentSheet sheet(String nameOrId, List<EnvironmentForm.Row> rows, List<String> lines) {
        Results.Descriptions found = door.execute(new Command.DescribeProcess(nameOrId, Optional.empty()));
        return EnvironmentSheet.of(nameOrId, found, rows, lines,
                environments.state(found, EnvironmentForm.variables(rows).keySet()));
    }

    private static Notice wrong() {
        return new Notice(Notice.Kind.PROBLEM, "Nothing was done: see what is marked.", "");
    }
}
