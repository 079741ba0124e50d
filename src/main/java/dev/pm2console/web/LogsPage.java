package dev.pm2console.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
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
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// What processes write, live; and the button that empties their files.
@Path("/logs")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class LogsPage {

    private static final String FLUSH_WARNING = "What these processes have logged so far is gone for good.";
    private static final String PAGE = "/logs";

    private final PageDoor door;
    private final LogSheets sheets;
    private final Notices notices;

    LogsPage(PageDoor door, LogSheets sheets, Notices notices) {
        this.door = door;
        this.sheets = sheets;
        this.notices = notices;
    }

    /// The page.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance logs(LogSheet sheet, List<Notice> notices);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@BeanParam LogsView view, @CookieParam(Notices.COOKIE) String notice) {
        return Templates.logs(sheets.all(view), notices.take(Optional.ofNullable(notice)));
    }

    /// Empties the log files of one app, or of all.
    @POST
    @Path("flush")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response flush(@RestForm("target") String target, @RestForm("confirmed") String confirmed) {
        var chosen = Optional.of(Typed.word(target)).filter(it -> !it.isEmpty());
        var of = chosen.map(Bulk::plain).orElse("all processes");
        if (confirmed == null) {
            return Response.ok(ProcessActions.Templates.confirm(
                    new ProcessActions.Question("Empty the log files of " + of + "?",
                            List.of(of), FLUSH_WARNING, "/logs/flush", "flush", "Empty them", chosen.stream().toList(), PAGE),
                    door.rights())).build();
        }
        return Response.seeOther(URI.create(PAGE)).cookie(notices.keep(List.of(flushed(chosen, of)))).build();
    }

    private Notice flushed(Optional<String> target, String of) {
        try {
            Results.Affected emptied = door.execute(new Command.FlushLogs(target));
            var count = emptied.processes().size();
            return Notice.done("The log files of " + of + " are empty"
                    + (count > 1 ? " (" + count + " processes)." : "."));
        } catch (CommandException e) {
            return Notice.failed("Empty the log files of " + of, e.failure());
        }
    }
}
