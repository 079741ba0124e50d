package dev.pm2console.rest;

import static dev.pm2console.command.Operation.DOWNLOAD_LOG;
import static dev.pm2console.command.Operation.SEARCH_LOGS;

import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import dev.pm2console.command.LogRequests;
import dev.pm2console.logs.FileDownload;
import dev.pm2console.logs.LineDownload;
import dev.pm2console.logs.LogSearch;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// The files that processes write to: searched, and taken away. A search computes all the time, and on a virtual thread it would keep
/// a processor from all others: it runs in the worker pool, as few may at once. A download waits most of the time, for as many
/// clients as there are.
@Path("/api/v1")
@Tag(name = "Logs")
public class LogFilesResource {

    private static final String GZIP = "application/gzip";

    private final RestDoor door;

    LogFilesResource(RestDoor door) {
        this.door = door;
    }

    @GET
    @Path("/logs/search")
    @Blocking
    @Produces(AuditFile.JSON_LINES)
    @Operation(operationId = "searchLogs", summary = "Search log files", description = "Current and rotated files, newest line first: a line of JSON for each match, others for the progress, the last one for the end.")
    @Parameter(ref = "logProcess")
    @Parameter(name = "q", description = "A text that a line has; without upper case letters in it, in any case", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 1000))
    @Parameter(name = "regex", description = "A regular expression (RE2) instead of a text", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 1000))
    @Parameter(name = "type", in = ParameterIn.QUERY)
    @Parameter(name = "level", in = ParameterIn.QUERY)
    @Parameter(name = "from", in = ParameterIn.QUERY)
    @Parameter(name = "to", in = ParameterIn.QUERY)
    @Parameter(name = "limit", description = "At most so many matches, the newest", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10000", defaultValue = "500"))
    @Parameter(name = "context", description = "So many lines before and behind each", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "20", defaultValue = "0"))
    @APIResponse(responseCode = "200", description = "What was found", content = @Content(mediaType = AuditFile.JSON_LINES, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<LogSearch> searchLogs() {
        var search = door.query(SEARCH_LOGS, "process", LogRequests::search);
        return RestResponse.ResponseBuilder.ok(search, MediaType.valueOf(AuditFile.JSON_LINES).withCharset("utf-8")).build();
    }

    @GET
    @Path("/processes/{nameOrId}/logs/download")
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "downloadLog", summary = "Download the log of a process", description = "As the application wrote it. Without `from` and `to` the current file, else the lines of that time, out of rotated files too; `combined` puts the lines of both outputs in the order of the times that they tell. A `Range` of one part is answered for one current file that isn't to be gzipped.")
    @Parameter(name = "type", description = "Which output", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING, enumeration = {
            "combined", "out", "error" }, defaultValue = "out"))
    @Parameter(name = "from", in = ParameterIn.QUERY)
    @Parameter(name = "to", in = ParameterIn.QUERY)
    @Parameter(name = "gzip", description = "Packed, as a `.gz` file", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @APIResponse(responseCode = "200", description = "The file", content = {
            @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM), @Content(mediaType = GZIP) })
    public Response downloadLog(@PathParam("nameOrId") String nameOrId,
            @Parameter(hidden = true) @HeaderParam("Range") String range,
            UriInfo uri) {
        var download = door.query(DOWNLOAD_LOG, query -> LogRequests.download(nameOrId, query));
        var parameters = uri.getQueryParameters();
        var type = parameters.containsKey("type") ? parameters.getFirst("type") : "out";
        var name = download.process().replaceAll("[^A-Za-z0-9._-]", "_") + "-" + type + ".log";
        var gzip = parameters.containsKey("gzip") && !"false".equals(parameters.getFirst("gzip"));
        if (gzip) {
            StreamingOutput packed = out -> {
                try (var packing = new GZIPOutputStream(out, 64 << 10)) {
                    download.write(packing);
                }
            };
            return attachment(Response.ok(packed, GZIP), name + ".gz");
        }
        return switch (download) {
            case LineDownload lines -> attachment(Response.ok((StreamingOutput) lines::write), name);
            case FileDownload file -> file(file, name, Optional.ofNullable(range));
        };
    }

    private static Response file(FileDownload file, String name, Optional<String> range) {
        var size = file.size();
        if (range.isEmpty()) {
            StreamingOutput whole = file::write;
            return attachment(Response.ok(whole).header("Accept-Ranges", "bytes").header(HttpHeaders.CONTENT_LENGTH, size),
                    name);
        }
        var wanted = ByteRange.parse(range.get(), size);
        if (wanted.isEmpty()) {
            return Response.status(416).header("Content-Range", "bytes */" + size).build();
        }
        var from = wanted.get().from();
        var to = wanted.get().to();
        StreamingOutput part = out -> file.write(out, from, to);
        return attachment(Response.status(206).entity(part).header(HttpHeaders.CONTENT_LENGTH, to - from)
                .header("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + size), name);
    }

    private static Response attachment(Response.ResponseBuilder answer, String name) {
        return answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").build();
    }
}
