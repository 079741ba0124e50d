package dev.pm2console.web;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// The list of processes: the console's home.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ProcessesPage {

    private final Boards boards;
    private final Notices notices;

    ProcessesPage(Boards boards, Notices notices) {
        this.boards = boards;
        this.notices = notices;
    }

    /// The page, and the part of it that is put in again when the list changes.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance index(Board board, List<Notice> notices);

        static native TemplateInstance index$board(Board board);
    }

    @GET
    @Operation(hidden = true)
    public Response page(@BeanParam View view, @CookieParam(Notices.COOKIE) String notice) {
        return fresh(Templates.index(boards.board(view), notices.take(Optional.ofNullable(notice))));
    }

    /// The part of the page that changes when processes come and go.
    @GET
    @Path("processes/rows")
    @Operation(hidden = true)
    public Response rows(@BeanParam View view) {
        return fresh(Templates.index$board(boards.board(view)));
    }

    private static Response fresh(TemplateInstance page) {
        var cache = new CacheControl();
        cache.setNoStore(true);
        return Response.ok(page).cacheControl(cache).build();
    }
}
