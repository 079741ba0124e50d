package dev.pm2console.rest;

import static dev.pm2console.command.Operation.LIST_AUDIT;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import dev.pm2console.command.AuditExport;
import dev.pm2console.command.Requests;
import dev.pm2console.command.Results;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// Who did what.
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Audit")
public class AuditResource {

    /// Who takes anything gets JSON.
    private static final String LESS_LIKED = ";qs=0.5";

    private final RestDoor door;

    AuditResource(RestDoor door) {
        this.door = door;
    }

    @GET
    @Path("/audit")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listAudit", summary = "Who did what", description = "Newest first: every command that changed something, and every one that was refused or failed. `Accept` says in which form: as JSON lines or as CSV (for a file) up to 100,000 entries come, and that many where there is no `limit`.")
    @Parameter(name = "actor", in = ParameterIn.QUERY)
    @Parameter(name = "agent", in = ParameterIn.QUERY)
    @Parameter(name = "session", in = ParameterIn.QUERY)
    @Parameter(name = "process", in = ParameterIn.QUERY)
    @Parameter(name = "outcome", in = ParameterIn.QUERY)
    @Parameter(name = "from", in = ParameterIn.QUERY)
    @Parameter(name = "to", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @APIResponse(responseCode = "200", description = "The entries", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Results.AuditEntries.class)),
            @Content(mediaType = AuditFile.JSON_LINES, schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = AuditFile.CSV, schema = @Schema(type = SchemaType.STRING)) })
    public Results.AuditEntries listAudit() {
        return door.query(LIST_AUDIT, Requests::listAudit);
    }

    @GET
    @Path("/audit")
    @Produces(AuditFile.JSON_LINES + LESS_LIKED)
    @Operation(hidden = true) // it is listAudit in another form
    public RestResponse<AuditExport> exportJsonLines() {
        return export(AuditExport.Format.JSON_LINES);
    }

    @GET
    @Path("/audit")
    @Produces(AuditFile.CSV + LESS_LIKED)
    @Operation(hidden = true)
    public RestResponse<AuditExport> exportCsv() {
        return export(AuditExport.Format.CSV);
    }

    private RestResponse<AuditExport> export(AuditExport.Format format) {
        var export = door.query(LIST_AUDIT, Requests::exportAudit);
        return RestResponse.ResponseBuilder.ok(export, MediaType.valueOf(format.mediaType()).withCharset("utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + format.fileName()).build();
    }
}
