package dev.pm2console.rest;

import static dev.pm2console.command.Operation.DELETE_PROCESS;
import static dev.pm2console.command.Operation.DESCRIBE_PROCESS;
import static dev.pm2console.command.Operation.GRACEFUL_RELOAD;
import static dev.pm2console.command.Operation.LIST_PROCESSES;
import static dev.pm2console.command.Operation.RELOAD_PROCESS;
import static dev.pm2console.command.Operation.RESET_METADATA;
import static dev.pm2console.command.Operation.RESTART_PROCESS;
import static dev.pm2console.command.Operation.SCALE_PROCESS;
import static dev.pm2console.command.Operation.SEND_LINE;
import static dev.pm2console.command.Operation.SEND_SIGNAL;
import static dev.pm2console.command.Operation.SHOW_PROCESS_INFO;
import static dev.pm2console.command.Operation.START_ECOSYSTEM;
import static dev.pm2console.command.Operation.START_PROCESS;
import static dev.pm2console.command.Operation.START_STOPPED;
import static dev.pm2console.command.Operation.STOP_PROCESS;
import static dev.pm2console.command.Operation.TRIGGER_ACTION;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import dev.pm2console.command.Command;
import dev.pm2console.command.Requests;
import dev.pm2console.command.Results;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// Processes: the list, what is known of each, and everything that is done to them.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Processes")
public class ProcessesResource {

    private final RestDoor door;

    ProcessesResource(RestDoor door) {
        this.door = door;
    }

    @GET
    @Path("/processes")
    @Operation(operationId = "listProcesses", summary = "All processes", description = "Answers from memory: it costs PM2 nothing.")
    @Parameter(name = "detailed", in = ParameterIn.QUERY)
    @Parameter(name = "status", in = ParameterIn.QUERY)
    @Parameter(name = "namespace", in = ParameterIn.QUERY)
    @Parameter(name = "q", in = ParameterIn.QUERY)
    @APIResponse(responseCode = "200", description = "The brief view, or the detailed one where `detailed` asks for it", content = @Content(schema = @Schema(anyOf = {
            Results.Processes.class, Results.Details.class })))
    public Results.ProcessList listProcesses() {
        return door.query(LIST_PROCESSES, Requests::listProcesses);
    }

    @POST
    @Path("/processes")
    @Operation(operationId = "startProcess", summary = "Start a script", description = "A name in use is refused, never restarted. Brings up PM2's daemon where there is none.")
    @APIResponseSchema(value = Results.Affected.class, responseCode = "201", responseDescription = "Started; `Location` is its address")
    public RestResponse<Results.Affected> startProcess(@RequestBody(ref = "StartProcess") byte[] body, UriInfo uri) {
        var started = door.body(START_PROCESS, body, Requests::startProcess);
        var location = uri.getBaseUriBuilder().path("/api/v1/processes/{id}").build(started.processes().getFirst().id());
        return RestResponse.ResponseBuilder.<Results.Affected> create(RestResponse.Status.CREATED, started)
                .location(location).build();
    }

    @GET
    @Path("/processes/{nameOrId}")
    @Operation(operationId = "showProcessInfo", summary = "One process, or each of its instances", description = "The detailed view.")
    public Results.Details showProcessInfo(@PathParam("nameOrId") String nameOrId) {
        return door.query(SHOW_PROCESS_INFO, query -> Requests.without(query, new Command.ShowProcessInfo(nameOrId)));
    }

    @GET
    @Path("/processes/{nameOrId}/description")
    @Operation(operationId = "describeProcess", summary = "One process with its configuration and its environment", description = "The detailed view, with the options under PM2's own names, and the environment with hidden values.")
    @Parameter(name = "reveal", in = ParameterIn.QUERY)
    public Results.Descriptions describeProcess(@PathParam("nameOrId") String nameOrId) {
        return door.query(DESCRIBE_PROCESS, query -> Requests.describeProcess(nameOrId, query));
    }

    @POST
    @Path("/processes/{nameOrId}/start")
    @Operation(operationId = "startStopped", summary = "Start what is stopped or errored", description = "What runs is left alone.")
    public Results.Affected startStopped(@PathParam("nameOrId") String nameOrId, @RequestBody(ref = "Nothing") byte[] body) {
        return door.body(START_STOPPED, body, json -> Requests.without(json, new Command.StartStopped(nameOrId)));
    }

    @POST
    @Path("/processes/{nameOrId}/stop")
    @Operation(operationId = "stopProcess", summary = "Stop, and keep in the list", description = "What ignores the request to end is killed after its `kill_timeout`.")
    public Results.Affected stopProcess(@PathParam("nameOrId") String nameOrId, @RequestBody(ref = "Nothing") byte[] body) {
        return door.body(STOP_PROCESS, body, json -> Requests.without(json, new Command.StopProcess(nameOrId)));
    }

    @POST
    @Path("/processes/{nameOrId}/restart")
    @Operation(operationId = "restartProcess", summary = "Restart, with other environment variables if wanted", description = "One instance after the other. What is stopped is started.")
    public Results.Affected restartProcess(@PathParam("nameOrId") String nameOrId,
            @RequestBody(ref = "RestartProcess") byte[] body) {
        return door.body(RESTART_PROCESS, body, json -> Requests.restartProcess(nameOrId, json));
    }

    @DELETE
    @Path("/processes/{nameOrId}")
    @Operation(operationId = "deleteProcess", summary = "Stop, and remove from the list", description = "Answers the processes as they were last.")
    public Results.Affected deleteProcess(@PathParam("nameOrId") String nameOrId) {
        return door.query(DELETE_PROCESS, query -> Requests.without(query, new Command.DeleteProcess(nameOrId)));
    }

    @POST
    @Path("/processes/{nameOrId}/scale")
    @Operation(operationId = "scaleProcess", summary = "Add or remove instances of a cluster", description = "Those that are down are removed first. If there are as many already, nothing happens.")
    public Results.Affected scaleProcess(@PathParam("nameOrId") String nameOrId,
            @RequestBody(ref = "ScaleProcess") byte[] body) {
        return door.body(SCALE_PROCESS, body, json -> Requests.scaleProcess(nameOrId, json));
    }

    @POST
    @Path("/processes/{nameOrId}/reload")
    @Operation(operationId = "reloadProcess", summary = "Replace one instance after the other", description = "Without a gap in cluster mode; in fork mode it is a restart, and `warning` says so.")
    public Results.Reloaded reloadProcess(@PathParam("nameOrId") String nameOrId, @RequestBody(ref = "Nothing") byte[] body) {
        return door.body(RELOAD_PROCESS, body, json -> Requests.without(json, new Command.ReloadProcess(nameOrId)));
    }

    @POST
    @Path("/processes/{nameOrId}/graceful-reload")
    @Operation(operationId = "gracefulReload", summary = "The same, and let each finish its connections first", description = "Each old instance is sent the message `shutdown`, and killed if it is still there some seconds later.")
    public Results.Reloaded gracefulReload(@PathParam("nameOrId") String nameOrId, @RequestBody(ref = "Nothing") byte[] body) {
        return door.body(GRACEFUL_RELOAD, body, json -> Requests.without(json, new Command.GracefulReload(nameOrId)));
    }

    @POST
    @Path("/processes/{nameOrId}/reset")
    @Operation(operationId = "resetMetadata", summary = "Set the restart counters to 0")
    public Results.Affected resetMetadata(@PathParam("nameOrId") String nameOrId, @RequestBody(ref = "Nothing") byte[] body) {
        return door.body(RESET_METADATA, body, json -> Requests.without(json, new Command.ResetMetadata(nameOrId)));
    }

    @POST
    @Path("/processes/{nameOrId}/signal")
    @Operation(operationId = "sendSignal", summary = "Send a signal", description = "To each process that runs.")
    public Results.Affected sendSignal(@PathParam("nameOrId") String nameOrId, @RequestBody(ref = "SendSignal") byte[] body) {
        return door.body(SEND_SIGNAL, body, json -> Requests.sendSignal(nameOrId, json));
    }

    @POST
    @Path("/processes/{nameOrId}/stdin")
    @Operation(operationId = "sendLine", summary = "Write a line to the standard input", description = "In fork mode only: instances of a cluster have none.")
    public Results.Affected sendLine(@PathParam("nameOrId") String nameOrId, @RequestBody(ref = "SendLine") byte[] body) {
        return door.body(SEND_LINE, body, json -> Requests.sendLine(nameOrId, json));
    }

    @POST
    @Path("/processes/{nameOrId}/actions/{action}")
    @Operation(operationId = "triggerAction", summary = "Run a custom action of the application", description = "Waits for the application's reply; `reply` is `null` where none came in time.")
    public Results.ActionReply triggerAction(@PathParam("nameOrId") String nameOrId, @PathParam("action") String action,
            @RequestBody(ref = "TriggerAction") byte[] body) {
        return door.body(TRIGGER_ACTION, body, json -> Requests.triggerAction(nameOrId, action, json));
    }

    @POST
    @Path("/ecosystem")
    @Operation(operationId = "startEcosystem", summary = "Start the applications of an ecosystem file", description = "Every application is checked before the first is touched.")
    public Results.EcosystemPlan startEcosystem(@RequestBody(ref = "StartEcosystem") byte[] body) {
        return door.body(START_ECOSYSTEM, body, Requests::startEcosystem);
    }
}
