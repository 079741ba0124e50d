package dev.pm2console.rest;

import static dev.pm2console.command.Operation.GET_HISTORY;
import static dev.pm2console.command.Operation.RECENT_HISTORY;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.pm2console.command.HistoryRequests;
import dev.pm2console.command.HistoryResults;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// What processes used.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Metrics")
public class HistoryResource {

    private final RestDoor door;

    HistoryResource(RestDoor door) {
        this.door = door;
    }

    @GET
    @Path("/processes/{nameOrId}/history")
    @Operation(operationId = "getHistory", summary = "What processes used over some time", description = "Out of what the console has kept: works while the daemon is down, and for names and ids of processes that are gone. At most 64 series, and of each 2,000 points.")
    @Parameter(name = "from", description = "Not before this time, in ISO 8601 or milliseconds since 1970; 15 minutes before `to` where it is missing", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "to", in = ParameterIn.QUERY)
    @Parameter(name = "metric", in = ParameterIn.QUERY)
    @Parameter(name = "step", description = "Milliseconds that a point stands for; the answer's may be longer, as finer points are kept for a shorter time. Where it is missing, one that makes at most some 600 points", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, minimum = "1000"))
    public HistoryResults.History getHistory(@PathParam("nameOrId") String nameOrId) {
        return door.query(GET_HISTORY, "metric", (metrics, query) -> HistoryRequests.history(nameOrId, metrics, query));
    }

    @GET
    @Path("/history")
    @Operation(operationId = "recentHistory", summary = "What everybody used in the last 15 minutes", description = "Means only, for small charts in a list.")
    @Parameter(ref = "recentMetric")
    @Parameter(name = "points", description = "How many figures of each process", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, minimum = "2", maximum = "300", defaultValue = "60"))
    public HistoryResults.Recent recentHistory() {
        return door.query(RECENT_HISTORY, "metric", HistoryRequests::recent);
    }
}
