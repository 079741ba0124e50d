package dev.pm2console.rest;

import static dev.pm2console.command.Operation.FLUSH_LOGS;
import static dev.pm2console.command.Operation.LOG_CONTEXT;
import static dev.pm2console.command.Operation.LOG_USAGE;
import static dev.pm2console.command.Operation.RELOAD_LOGS;
import static dev.pm2console.command.Operation.SHOW_LOGS;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import dev.pm2console.command.Command;
import dev.pm2console.command.LogResults;
import dev.pm2console.command.Requests;
import dev.pm2console.command.Results;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// What processes write.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Logs")
public class LogsResource {

    private final RestDoor door;

    LogsResource(RestDoor door) {
        this.door = door;
    }

    @GET
    @Path("/logs")
    @Produces({ MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN })
    @Operation(operationId = "showLogs", summary = "The last lines of every process", description = "Oldest first. Lines that tell their time are put in its order, others stay behind the line before them.")
    @Parameter(ref = "logProcess")
    @Parameter(name = "lines", in = ParameterIn.QUERY)
    @Parameter(name = "type", in = ParameterIn.QUERY)
    @Parameter(name = "raw", in = ParameterIn.QUERY)
    @Parameter(name = "before", in = ParameterIn.QUERY)
    @Parameter(name = "beforeKey", in = ParameterIn.QUERY)
    @APIResponse(responseCode = "200", description = "The lines", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Results.Logs.class)),
            @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)) })
    public RestResponse<?> showLogs(UriInfo uri) {
        return answer(Optional.empty(), uri);
    }

    @GET
    @Path("/processes/{nameOrId}/logs")
    @Produces({ MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN })
    @Operation(operationId = "showProcessLogs", summary = "The last lines of some processes", description = "The command `showLogs` for those that the path names.")
    @Parameter(name = "lines", in = ParameterIn.QUERY)
    @Parameter(name = "type", in = ParameterIn.QUERY)
    @Parameter(name = "raw", in = ParameterIn.QUERY)
    @Parameter(name = "before", in = ParameterIn.QUERY)
    @Parameter(name = "beforeKey", in = ParameterIn.QUERY)
    @APIResponse(responseCode = "200", description = "The lines", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Results.Logs.class)),
            @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)) })
    public RestResponse<?> showProcessLogs(@PathParam("nameOrId") String nameOrId, UriInfo uri) {
        return answer(Optional.of(nameOrId), uri);
    }

    @GET
    @Path("/logs/context")
    @Operation(operationId = "logContext", summary = "A line with those around it", description = "Out of its file, found by its key.")
    @Parameter(name = "line", in = ParameterIn.QUERY)
    @Parameter(name = "lines", description = "How many lines before it, and how many behind it", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "500", defaultValue = "50"))
    public Results.LogContext logContext(UriInfo uri) {
        return door.query(LOG_CONTEXT, Requests::logContext);
    }

    @GET
    @Path("/logs/usage")
    @Operation(operationId = "logUsage", summary = "How much room log files take", description = "Of each process its current files and what they were rotated into, the disk, and the module that rotates. Answers 200 also while the daemon is down, for the list as it was last.")
    public LogResults.LogUsage logUsage() {
        return door.query(LOG_USAGE, query -> Requests.without(query, new Command.LogUsage()));
    }

    private RestResponse<?> answer(Optional<String> nameOrId, UriInfo uri) {
        var logs = nameOrId.isPresent()
                ? door.query(SHOW_LOGS, query -> Requests.showLogs(nameOrId, List.of(), query))
                : door.query(SHOW_LOGS, "process", (processes, query) -> Requests.showLogs(nameOrId, processes, query));
        var raw = uri.getQueryParameters().getFirst("raw");
        if (raw == null || raw.equals("false")) {
            return RestResponse.ResponseBuilder.ok(logs, MediaType.APPLICATION_JSON_TYPE).build();
        }
        var text = logs.lines().stream().map(line -> line.text() + "\n").collect(Collectors.joining());
        return RestResponse.ResponseBuilder.ok(text, MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8")).build();
    }

    @POST
    @Path("/logs/flush")
    @Operation(operationId = "flushLogs", summary = "Empty all log files", description = "Also the daemon's own. Other than regular files are left alone.")
    public Results.Affected flushLogs(@RequestBody(ref = "Nothing") byte[] body) {
        return door.body(FLUSH_LOGS, body, json -> Requests.without(json, new Command.FlushLogs(Optional.empty())));
    }

    @POST
    @Path("/processes/{nameOrId}/logs/flush")
    @Operation(operationId = "flushProcessLogs", summary = "Empty the log files of some processes", description = "The command `flushLogs` for those that the path names.")
    public Results.Affected flushProcessLogs(@PathParam("nameOrId") String nameOrId,
            @RequestBody(ref = "Nothing") byte[] body) {
        return door.body(FLUSH_LOGS, body, json -> Requests.without(json, new Command.FlushLogs(Optional.of(nameOrId))));
    }

    @POST
    @Path("/logs/reload")
    @Operation(operationId = "reloadLogs", summary = "Make PM2 open every log file anew", description = "After a rotation.")
    public Results.Affected reloadLogs(@RequestBody(ref = "Nothing") byte[] body) {
        return door.body(RELOAD_LOGS, body, json -> Requests.without(json, new Command.ReloadLogs()));
    }
}
