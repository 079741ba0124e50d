package dev.pm2console.web;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

import dev.pm2console.command.Command;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// How a process is configured: PM2's options, and its environment, of which an administrator can have single values shown.
@Path("/processes/{nameOrId}/configuration")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ConfigurationPage {

    private final PageDoor door;
    private final Environments environments;
    private final Notices notices;

    ConfigurationPage(PageDoor door, Environments environments, Notices notices) {
        this.door = door;
        this.environments = environments;
        this.notices = notices;
    }

    /// The page.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance configuration(Configuration view, List<Notice> notices, Rights may);
    }

    @GET
    @Operation(hidden = true)
    public Response page(@PathParam("nameOrId") String nameOrId, @RestQuery String variable,
            @CookieParam(Notices.COOKIE) String notice) {
        return page(nameOrId, Optional.empty(), Typed.word(variable), notices.take(Optional.ofNullable(notice)));
    }

    /// Shows the value of one variable, in this answer only: a form, so that it is in no address and no history.
    @POST
    @Path("reveal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response reveal(@PathParam("nameOrId") String nameOrId, @RestForm String variable, @RestForm String filter) {
        return page(nameOrId, Optional.of(Typed.text(variable)), Typed.word(filter), List.of());
    }

    private Response page(String nameOrId, Optional<String> reveal, String filter, List<Notice> told) {
        var found = door.execute(new Command.DescribeProcess(nameOrId, reveal));
        var view = Configuration.of(nameOrId, found, environments.differing(found), filter, reveal,
                door.execute(new Command.GetDrift()));
        return unkept(Templates.configuration(view, told, door.rights()));
    }

    /// An answer that no browser and nobody on the way keeps.
    static Response unkept(TemplateInstance page) {
        return unkept(Response.ok(page));
    }

    static Response unkept(Response.ResponseBuilder answer) {
        var cache = new CacheControl();
        cache.setNoStore(true);
        return answer.cacheControl(cache).build();
    }
}
