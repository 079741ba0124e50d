package dev.pm2console.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

import dev.pm2console.command.AuditExport;
import dev.pm2console.command.AuditPages;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Results;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// Who did what, for administrators, and the same as a file.
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AuditPage {

    private static final int ON_A_PAGE = 100;

    private final PageDoor door;

    AuditPage(PageDoor door) {
        this.door = door;
    }

    /// The page.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(AuditFilter filter, Map<String, String> errors, List<Results.AuditEntry> entries,
                String older, Rights may);
    }

    @GET
    @Operation(hidden = true)
    public Response page(@BeanParam AuditFilter filter) {
        try {
            var page = pages(filter).page(filter.start(), ON_A_PAGE);
            return Response.ok(Templates.list(filter, Map.of(), page.entries(), page.older().map(filter::queryOlder).orElse(""),
                    door.rights())).build();
        } catch (CommandException e) {
            if (e.failure() instanceof Failure.InvalidArgument(var violations)) {
                return Response.status(e.failure().code().status())
                        .entity(Templates.list(filter, FormErrors.beside(violations), List.of(), "", door.rights())).build();
            }
            throw e;
        }
    }

    /// All entries that the filter lets through, newest first, read as the file is written.
    @GET
    @Path("export")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response export(@BeanParam AuditFilter filter, @RestQuery String format) {
        var export = door.execute(dev.pm2console.command.Operation.LIST_AUDIT, filter.export()); // who may not, learns no more
        var form = AuditExport.Format.of(format == null ? "" : format)
                .orElseThrow(() -> CommandException.invalid("format", "is one of: jsonl, csv"));
        return Response
                .ok((StreamingOutput) out -> export.write(form, out), MediaType.valueOf(form.mediaType()).withCharset("utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + form.fileName()).build();
    }

    private AuditPages pages(AuditFilter filter) {
        return new AuditPages((Optional<Instant> before, int limit) -> door
                .execute(dev.pm2console.command.Operation.LIST_AUDIT, filter.request(before, limit)).entries());
    }
}
