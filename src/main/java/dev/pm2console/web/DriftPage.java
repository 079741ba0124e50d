package dev.pm2console.web;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.pm2console.command.Command;
import dev.pm2console.command.Results;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// What a reboot would lose or bring back: the saved list beside the one that runs, application by application.
@Path("/drift")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DriftPage {

    private final PageDoor door;
    private final Notices notices;

    DriftPage(PageDoor door, Notices notices) {
        this.door = door;
        this.notices = notices;
    }

    /// The page.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance drift(Results.Drift drift, boolean online, List<Notice> notices, Rights may);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@CookieParam(Notices.COOKIE) String notice) {
        var isOnline = door.execute(new Command.GetPm2Status()).daemon().equals("online");
        return Templates.drift(door.execute(new Command.GetDrift()), isOnline, notices.take(Optional.ofNullable(notice)),
                door.rights());
    }
}
