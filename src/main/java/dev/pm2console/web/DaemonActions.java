package dev.pm2console.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

import dev.pm2console.command.Command;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Results;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// What the buttons of the daemon do: save its list, start it, end it.
@Path("/daemon")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DaemonActions {

    static final String KILL_WARNING = "Every process is stopped and the daemon exits. What is not saved is lost.";

    private final PageDoor door;
    private final Notices notices;

    DaemonActions(PageDoor door, Notices notices) {
        this.door = door;
        this.notices = notices;
    }

    @POST
    @Path("save")
    @Operation(hidden = true)
    public Response save(@BeanParam View view) {
        return back(view, "Save the list", () -> {
            door.execute(new Command.SaveProcessList(false));
            return "Saved. This list comes back when PM2 starts again.";
        });
    }

    @POST
    @Path("start")
    @Operation(hidden = true)
    public Response start(@BeanParam View view) {
        return back(view, "Start PM2", () -> {
            var started = door.execute(new Command.ResurrectProcesses());
            var count = started.processes().size();
            return "PM2 runs" + (count == 0 ? "." : ", with " + count + (count == 1 ? " process" : " processes") + ".");
        });
    }

    @POST
    @Path("kill")
    @Operation(hidden = true)
    public Response kill(@RestForm("confirmed") String confirmed, @BeanParam View view) {
        if (confirmed == null) {
            return Response.ok(ProcessActions.Templates.confirm(new ProcessActions.Question("Kill PM2?", names(),
                    KILL_WARNING, "/daemon/kill" + view.query(), "kill", "Kill PM2", List.of(), "/" + view.query()),
                    door.rights())).build();
        }
        return back(view, "Kill PM2", () -> {
            door.execute(new Command.KillPm2(true));
            return "PM2 and all its processes were ended.";
        });
    }

    private List<String> names() {
        return switch (door.execute(new Command.ListProcesses(false, Optional.empty(), Optional.empty(), Optional.empty()))) {
            case Results.Processes(var processes) -> processes.stream()
                    .map(process -> process.name() + " (" + process.id() + ")").toList();
            case Results.Details _ -> throw new IllegalStateException("the brief list was asked for");
        };
    }

    private Response back(View view, String wanted, Supplier<String> deed) {
        return Response.seeOther(URI.create("/" + view.query())).cookie(notices.keep(List.of(told(wanted, deed)))).build();
    }

    private static Notice told(String wanted, Supplier<String> deed) {
        try {
            return Notice.done(deed.get());
        } catch (CommandException e) {
            return Notice.failed(wanted, e.failure());
        }
    }
}
