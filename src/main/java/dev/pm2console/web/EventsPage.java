package dev.pm2console.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.pm2console.command.Command;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.EventResults;
import dev.pm2console.command.Failure;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// What happened, and why: to everything, and to one process.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class EventsPage {

    private static final int ON_A_PAGE = 100;

    private final PageDoor door;
    private final MissingProcess missing;
    private final Notices notices;

    EventsPage(PageDoor door, MissingProcess missing, Notices notices) {
        this.door = door;
        this.missing = missing;
        this.notices = notices;
    }

    /// The pages.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance all(EventsSheet sheet, Rights may);

        static native TemplateInstance ofProcess(ProcessPage.Subject subject, EventsSheet sheet, List<Notice> notices,
                Rights may);

        static native TemplateInstance ofGone(String name, EventsSheet sheet, Rights may);

        static native TemplateInstance away(Away away, EventsSheet sheet, Rights may);
    }

    @GET
    @Path("events")
    @Operation(hidden = true)
    public Response all(@BeanParam EventsView view) {
        var sheet = sheet(view, Optional.empty(), "/events");
        return answer(sheet, Templates.all(sheet, door.rights()));
    }

    /// Also of a process that is gone, and while the daemon is down: that is when people look.
    @GET
    @Path("processes/{nameOrId}/events")
    @Operation(hidden = true)
    public Response ofProcess(@PathParam("nameOrId") String nameOrId, @BeanParam EventsView view,
            @CookieParam(Notices.COOKIE) String notice) {
        var sheet = sheet(view, Optional.of(nameOrId), "/processes/" + Addresses.segment(nameOrId) + "/events");
        return answer(sheet, subject(nameOrId, sheet)
                .map(it -> Templates.ofProcess(it, sheet, notices.take(Optional.ofNullable(notice)), door.rights()))
                .orElseGet(() -> sheet.isOnline() ? Templates.ofGone(Bulk.plain(nameOrId), sheet, door.rights())
                        : Templates.away(missing.away(nameOrId, "events", ""), sheet, door.rights())));
    }

    private static Response answer(EventsSheet sheet, TemplateInstance page) {
        return Response.status(sheet.errors().isEmpty() ? 200 : 400).entity(page).build();
    }

    /// @throws CommandException where there is neither such a process nor an event of one
    private Optional<ProcessPage.Subject> subject(String nameOrId, EventsSheet sheet) {
        try {
            return Optional.of(new ProcessPage.Subject(nameOrId, door.execute(new Command.ShowProcessInfo(nameOrId))
                    .processes().stream().map(Group.Row::new).toList()));
        } catch (CommandException e) {
            if (e.failure() instanceof Failure.Daemon
                    || (e.failure() instanceof Failure.ProcessNotFound && sheet.isOfProcess())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private EventsSheet sheet(EventsView view, Optional<String> of, String action) {
        var daemon = door.execute(new Command.GetPm2Status()).daemon();
        try {
            EventResults.Events events = door.execute(dev.pm2console.command.Operation.LIST_EVENTS,
                    view.request(of, ON_A_PAGE));
            return new EventsSheet(Timeline.of(events.events()), view, Map.of(),
                    events.before().map(view::queryOlder).orElse(""),
                    action, of, daemon);
        } catch (CommandException e) {
            if (e.failure() instanceof Failure.InvalidArgument(var violations)) {
                return new EventsSheet(Timeline.of(List.of()), view, FormErrors.beside(violations), "", action, of, daemon);
            }
            throw e;
        }
    }
}
