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
import org.jboss.resteasy.reactive.RestQuery;

import dev.pm2console.command.Command;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Results;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// What the buttons of the daemon do: save its list, start it, look after its logs, end it. The answer is the page that the
/// button was on.
@Path("/daemon")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DaemonActions {

    static final String KILL_WARNING = "Every process is stopped and the daemon exits. What is not saved is lost.";
    private static final String FLUSH_WARNING = "What these processes and PM2 itself have logged so far is gone for good.";
    /// What buttons of the System page send along.
    private static final String SYSTEM = "system";
    /// What the button of the page of unsaved changes sends along.
    private static final String DRIFT = "drift";

    private final PageDoor door;
    private final Notices notices;

    DaemonActions(PageDoor door, Notices notices) {
        this.door = door;
        this.notices = notices;
    }

    @POST
    @Path("save")
    @Operation(hidden = true)
    public Response save(@BeanParam View view, @RestQuery String on) {
        return back(view, on, "Save the list", () -> {
            door.execute(new Command.SaveProcessList(false));
            return "Saved. This list comes back when PM2 starts again.";
        });
    }

    @POST
    @Path("start")
    @Operation(hidden = true)
    public Response start(@BeanParam View view, @RestQuery String on) {
        return back(view, on, "Start PM2", () -> {
            var started = door.execute(new Command.ResurrectProcesses());
            return started.processes().isEmpty() ? "PM2 runs." : "PM2 runs, with " + processes(started) + ".";
        });
    }

    @POST
    @Path("reload-logs")
    @Operation(hidden = true)
    public Response reloadLogs(@BeanParam View view, @RestQuery String on) {
        return back(view, on, "Reload the logs", () -> {
            door.execute(new Command.ReloadLogs());
            return "PM2 opened its log files anew.";
        });
    }

    @POST
    @Path("flush-logs")
    @Operation(hidden = true)
    public Response flushLogs(@RestForm("confirmed") String confirmed, @BeanParam View view, @RestQuery String on) {
        if (confirmed == null) {
            return ask("Empty the log files?", FLUSH_WARNING, "flush-logs", "Empty them", view, on);
        }
        return back(view, on, "Empty the log files", () -> {
            var emptied = door.execute(new Command.FlushLogs(Optional.empty()));
            return "The log files of " + processes(emptied) + " are empty.";
        });
    }

    @POST
    @Path("kill")
    @Operation(hidden = true)
    public Response kill(@RestForm("confirmed") String confirmed, @BeanParam View view, @RestQuery String on) {
        if (confirmed == null) {
            return ask("Kill PM2?", KILL_WARNING, "kill", "Kill PM2", view, on);
        }
        return back(view, on, "Kill PM2", () -> {
            door.execute(new Command.KillPm2(true));
            return "PM2 and all its processes were ended.";
        });
    }

    private Response ask(String title, String warning, String word, String label, View view, String on) {
        var address = "/daemon/" + word + (SYSTEM.equals(on) ? "?on=" + SYSTEM : view.query());
        return Response.ok(ProcessActions.Templates.confirm(new ProcessActions.Question(title, names(), warning, address, word,
                label, List.of(), page(view, on)), door.rights())).build();
    }

    private List<String> names() {
        return switch (door.execute(new Command.ListProcesses(false, Optional.empty(), Optional.empty(), Optional.empty()))) {
            case Results.Processes(var processes) -> processes.stream()
                    .map(process -> process.name() + " (" + process.id() + ")").toList();
            case Results.Details _ -> throw new IllegalStateException("the brief list was asked for");
        };
    }

    private static String processes(Results.Affected affected) {
        var count = affected.processes().size();
        return count + (count == 1 ? " process" : " processes");
    }

    private Response back(View view, String on, String wanted, Supplier<String> deed) {
        return Response.seeOther(URI.create(page(view, on))).cookie(notices.keep(List.of(told(wanted, deed)))).build();
    }

    private static String page(View view, String on) {
        return SYSTEM.equals(on) || DRIFT.equals(on) ? "/" + on : "/" + view.query();
    }

    private static Notice told(String wanted, Supplier<String> deed) {
        try {
            return Notice.done(deed.get());
        } catch (CommandException e) {
            return Notice.failed(wanted, e.failure());
        }
    }
}
