package dev.pm2console.web;

import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.pm2console.command.CommandException;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Requests;
import dev.pm2console.command.Violation;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// The form by which an application is started.
@Path("/processes/new")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class StartPage {

    private final PageDoor door;
    private final Notices notices;

    StartPage(PageDoor door, Notices notices) {
        this.door = door;
        this.notices = notices;
    }

    /// The form, with what was typed and what is wrong with it.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(Map<String, String> typed, Map<String, String> errors, List<Notice> notices,
                Rights may);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance form() {
        return Templates.form(StartForm.empty().typed(), Map.of(), List.of(), door.rights());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response start(@BeanParam StartForm form) {
        try {
            var started = door.execute(dev.pm2console.command.Operation.START_PROCESS,
                    Requests.startProcess(form.parameters()));
            var names = started.processes().stream().map(process -> process.name()).distinct().toList();
            return Response.seeOther(URI.create("/"))
                    .cookie(notices.keep(List.of(Notice.done("Started " + Bulk.listed(names) + ".")))).build();
        } catch (CommandException e) {
            return again(form, e.failure());
        }
    }

    private Response again(StartForm form, Failure failure) {
        var errors = StartForm.errors(violations(failure));
        var told = errors.keySet().stream().allMatch(form.typed()::containsKey) && !errors.isEmpty()
                ? new Notice(Notice.Kind.PROBLEM, "Not started: see what is marked below.", "")
                : Notice.failed("Not started", failure);
        return Response.status(failure.code().status())
                .entity(Templates.form(form.typed(), errors, List.of(told), door.rights())).build();
    }

    private static List<Violation> violations(Failure failure) {
        return switch (failure) {
            case Failure.InvalidArgument(var violations) -> violations;
            case Failure.ScriptNotFound it -> List.of(new Violation(it.field(), it.reason()));
            case Failure.OutsideAppsRoot it -> List.of(new Violation(it.field(), "leads out of the apps root " + it.root()));
            case Failure.NameTaken it -> List.of(new Violation("name", "\"" + it.name() + "\" is taken"));
            default -> List.of();
        };
    }
}
