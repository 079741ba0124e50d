package dev.pm2console.rest;

import static dev.pm2console.command.Operation.LIST_EVENTS;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.pm2console.command.EventRequests;
import dev.pm2console.command.EventResults;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// What happened, and why.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Events")
public class EventsResource {

    private final RestDoor door;

    EventsResource(RestDoor door) {
        this.door = door;
    }

    @GET
    @Path("/events")
    @Operation(operationId = "listEvents", summary = "What happened, and why", description = "Newest first: starts, ends, restarts, crash loops, the daemon coming and going, commands. Works while the daemon is down, and for names of processes that are gone.")
    @Parameter(name = "process", in = ParameterIn.QUERY, description = "Only of these processes, as `nameOrId` names them, also where they are gone; the daemon's events come in any case", schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200))
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "`problems`: only what somebody may have to do something about", schema = @Schema(type = SchemaType.STRING, enumeration = {
            "all", "problems" }, defaultValue = "all"))
    @Parameter(name = "brief", in = ParameterIn.QUERY, description = "Without events that another one tells more fully, such as the exit before a restart", schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Parameter(name = "from", in = ParameterIn.QUERY)
    @Parameter(name = "to", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "At most so many, the newest", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "200"))
    @Parameter(name = "before", in = ParameterIn.QUERY, description = "The `before` of an earlier answer; the events before those are answered", schema = @Schema(type = SchemaType.STRING, maxLength = 40))
    public EventResults.Events listEvents() {
        return door.query(LIST_EVENTS, EventRequests::list);
    }
}
