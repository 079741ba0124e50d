package dev.pm2console.web;

import java.net.URI;
import java.util.List;
import java.util.Set;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.pm2console.command.CommandException;
import dev.pm2console.command.FileCommand;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// Starts the examples that come with the console, by the same rules as any ecosystem file.
@Path("/processes/examples")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ExamplesAction {

    private final PageDoor door;
    private final Ecosystems ecosystems;
    private final Examples examples;
    private final Notices notices;

    ExamplesAction(PageDoor door, Ecosystems ecosystems, Examples examples, Notices notices) {
        this.door = door;
        this.ecosystems = ecosystems;
        this.examples = examples;
        this.notices = notices;
    }

    @POST
    @Operation(hidden = true)
    public Response start() {
        return Response.seeOther(URI.create("/")).cookie(notices.keep(told())).build();
    }

    private List<Notice> told() {
        try {
            var file = door.execute(new FileCommand.ReadEcosystem(examples.inAppsRoot().orElse(Examples.FILE)));
            // none that is there already is touched
            var form = EcosystemForm.of(file.text(), file.directory(), "refuse");
            return ecosystems.start(form, form.read(), Set.of());
        } catch (CommandException e) {
            return List.of(Notice.failed("The examples were not started", e.failure()));
        }
    }
}
