package dev.pm2console.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

import dev.pm2console.command.AppsConfig;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Results;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// The form by which an application is started, and the choice of its script.
@Path("/processes/new")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class StartPage {

    private final PageDoor door;
    private final Notices notices;
    private final Picks picks;
    private final AppsConfig apps;

    StartPage(PageDoor door, Notices notices, Picks picks, AppsConfig apps) {
        this.door = door;
        this.notices = notices;
        this.picks = picks;
        this.apps = apps;
    }

    /// The pages.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(StartSheet sheet, Rights may);

        static native TemplateInstance pick(PickSheet pick, Map<String, String> typed, Rights may);

        static native TemplateInstance pick$entries(PickSheet pick);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance form() {
        return page(StartForm.empty(), StartErrors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response start() {
        var form = sent();
        try {
            var started = door.execute(dev.pm2console.command.Operation.START_PROCESS, form.request());
            return Response.seeOther(URI.create(address(started.processes())))
                    .cookie(notices.keep(List.of(told(started.processes())))).build();
        } catch (CommandException e) {
            return Response.status(e.failure().code().status()).entity(page(form, StartErrors.of(e.failure(), form))).build();
        }
    }

    /// A step between, for browsers without scripts: what was typed goes along, and comes back with the script.
    ///
    /// @param at     the directory to show
    /// @param chosen the script, relative to `home`; empty where none is chosen yet
    /// @param back   sent where nothing is to be chosen after all
    @POST
    @Path("browse")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance browse(@RestForm String at, @RestForm String home, @RestForm String chosen,
            @RestForm String back) {
        var form = sent();
        if (back != null) {
            return page(form, StartErrors.none());
        }
        if (chosen != null) {
            return page(form.with(Map.of("script", chosen, "cwd", Typed.word(home))), StartErrors.none());
        }
        var from = Optional.ofNullable(at).orElse(form.typed(StartOption.CWD));
        return Templates.pick(picks.at(from, false), form.typed(), door.rights());
    }

    /// What a directory has to choose from, for the dialog.
    @GET
    @Path("files")
    @Operation(hidden = true)
    public TemplateInstance files(@QueryParam("at") String at, @QueryParam("ecosystem") boolean ecosystem) {
        return Templates.pick$entries(picks.at(Typed.word(at), ecosystem));
    }

    private static StartForm sent() {
        var request = CurrentRequestManager.get();
        return StartForm.of(field -> (String) request.getFormParameter(field, true, false));
    }

    private TemplateInstance page(StartForm form, StartErrors errors) {
        var root = apps.root().orElse(java.nio.file.Path.of("")).toAbsolutePath().normalize();
        return Templates.form(new StartSheet(form, errors, apps.interpreters(), root.toString()), door.rights());
    }

    /// By its number, which no page's address looks like; the instances of a cluster by their name.
    private static String address(List<Results.Summary> started) {
        return ProcessPage.Subject.address(started.size() == 1 ? Integer.toString(started.getFirst().id())
                : "name:" + started.getFirst().name());
    }

    private static Notice told(List<Results.Summary> started) {
        var name = started.getFirst().name();
        return Notice.done("Started " + name + (started.size() == 1 ? "." : ", " + started.size() + " instances."));
    }
}
