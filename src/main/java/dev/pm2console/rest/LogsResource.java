package dev.pm2console.rest;

import static dev.pm2console.command.Operation.FLUSH_LOGS;
import static dev.pm2console.command.Operation.RELOAD_LOGS;
import static dev.pm2console.command.Operation.SHOW_LOGS;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import dev.pm2console.command.Command;
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
    @Operation(operationId = "showLogs", summary = "The last lines of every process")
    public RestResponse<?> showLogs(UriInfo uri) {
        return answer(Optional.empty(), uri);
    }

    @GET
    @Path("/processes/{nameOrId}/logs")
    @Produces({ MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN })
    @Operation(operationId = "showProcessLogs", summary = "The last lines of some processes")
    public RestResponse<?> showProcessLogs(@PathParam("nameOrId") String nameOrId, UriInfo uri) {
        return answer(Optional.of(nameOrId), uri);
    }

    private RestResponse<?> answer(Optional<String> nameOrId, UriInfo uri) {
        var logs = door.query(SHOW_LOGS, query -> Requests.showLogs(nameOrId, query));
        var raw = uri.getQueryParameters().getFirst("raw");
        if (raw == null || raw.equals("false")) {
            return RestResponse.ResponseBuilder.ok(logs, MediaType.APPLICATION_JSON_TYPE).build();
        }
        var text = logs.lines().stream().map(line -> line.text() + "\n").collect(Collectors.joining());
        return RestResponse.ResponseBuilder.ok(text, MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8")).build();
    }

    @POST
    @Path("/logs/flush")
    @Operation(operationId = "flushLogs", summary = "Empty all log files")
    public Results.Affected flushLogs(byte[] body) {
        return door.body(FLUSH_LOGS, body, json -> Requests.without(json, new Command.FlushLogs(Optional.empty())));
    }

    @POST
    @Path("/processes/{nameOrId}/logs/flush")
    @Operation(operationId = "flushProcessLogs", summary = "Empty the log files of some processes")
    public Results.Affected flushProcessLogs(@PathParam("nameOrId") String nameOrId, byte[] body) {
        return door.body(FLUSH_LOGS, body, json -> Requests.without(json, new Command.FlushLogs(Optional.of(nameOrId))));
    }

    @POST
    @Path("/logs/reload")
    @Operation(operationId = "reloadLogs", summary = "Make PM2 open every log file anew")
    public Results.Affected reloadLogs(byte[] body) {
        return door.body(RELOAD_LOGS, body, json -> Requests.without(json, new Command.ReloadLogs()));
    }
}
