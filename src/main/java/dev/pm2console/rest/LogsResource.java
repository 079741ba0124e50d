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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

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
class LogsResource {

    private final RestDoor door;

    LogsResource(RestDoor door) {
        this.door = door;
    }

    @GET
    @Path("/logs")
    @Produces({ MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN })
    @Operation(operationId = "showLogs", summary = "The last lines of every process")
    RestResponse<?> showLogs(@QueryParam("raw") Optional<String> raw) {
        return answer(Optional.empty(), raw);
    }

    @GET
    @Path("/processes/{nameOrId}/logs")
    @Produces({ MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN })
    @Operation(operationId = "showProcessLogs", summary = "The last lines of some processes")
    RestResponse<?> showProcessLogs(@PathParam("nameOrId") String nameOrId, @QueryParam("raw") Optional<String> raw) {
        return answer(Optional.of(nameOrId), raw);
    }

    private RestResponse<?> answer(Optional<String> nameOrId, Optional<String> raw) {
        var logs = door.query(SHOW_LOGS, query -> Requests.showLogs(nameOrId, query));
        if (raw.isEmpty() || raw.get().equals("false")) {
            return RestResponse.ResponseBuilder.ok(logs, MediaType.APPLICATION_JSON_TYPE).build();
        }
        var text = logs.lines().stream().map(line -> line.text() + "\n").collect(Collectors.joining());
        return RestResponse.ResponseBuilder.ok(text, MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8")).build();
    }

    @POST
    @Path("/logs/flush")
    @Operation(operationId = "flushLogs", summary = "Empty all log files")
    Results.Affected flushLogs(byte[] body) {
        return door.body(FLUSH_LOGS, body, json -> Requests.without(json, new Command.FlushLogs(Optional.empty())));
    }

    @POST
    @Path("/processes/{nameOrId}/logs/flush")
    @Operation(operationId = "flushProcessLogs", summary = "Empty the log files of some processes")
    Results.Affected flushProcessLogs(@PathParam("nameOrId") String nameOrId, byte[] body) {
        return door.body(FLUSH_LOGS, body, json -> Requests.without(json, new Command.FlushLogs(Optional.of(nameOrId))));
    }

    @POST
    @Path("/logs/reload")
    @Operation(operationId = "reloadLogs", summary = "Make PM2 open every log file anew")
    Results.Affected reloadLogs(byte[] body) {
        return door.body(RELOAD_LOGS, body, json -> Requests.without(json, new Command.ReloadLogs()));
    }
}
