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
import dev.pm2console.live.LogsQuery;
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

    /// Empties the log files of some apps, or of all.
    @POST
    @Path("flush")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response flush(@RestForm("target") List<String> sent, @RestForm("confirmed") String confirmed,
            @RestForm("back") String sentFrom) {
        var targets = sent == null ? List.<String> of()
                : sent.stream().map(Typed::word).filter(it -> !it.isEmpty()).distinct().limit(LogsQuery.MOST_PROCESSES)
                        .toList();
        var names = targets.isEmpty() ? List.of("all processes") : targets.stream().map(Bulk::plain).toList();
        var page = Back.to(sentFrom, PAGE);
        if (confirmed == null) {
            return Response.ok(ProcessActions.Templates.confirm(
                    new ProcessActions.Question("Empty the log files of " + Bulk.listed(names) + "?", names, FLUSH_WARNING,
                            "/logs/flush", "flush", "Empty them", targets, page),
                    door.rights())).build();
        }
        return Response.seeOther(URI.create(page)).cookie(notices.keep(flushed(targets))).build();
    }

    private List<Notice> flushed(List<String> targets) {
        if (targets.isEmpty()) {
            return List.of(flushed(Optional.empty(), "all processes"));
        }
        return targets.stream().map(target -> flushed(Optional.of(target), Bulk.plain(target))).toList();
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
