package dev.pm2console.rest;

import static dev.pm2console.command.Operation.GENERATE_STARTUP_SCRIPT;
import static dev.pm2console.command.Operation.GET_DRIFT;
import static dev.pm2console.command.Operation.GET_PM2_STATUS;
import static dev.pm2console.command.Operation.GET_PM2_VERSION;
import static dev.pm2console.command.Operation.KILL_PM2;
import static dev.pm2console.command.Operation.MONITOR;
import static dev.pm2console.command.Operation.RESURRECT_PROCESSES;
import static dev.pm2console.command.Operation.SAVE_PROCESS_LIST;
import static dev.pm2console.command.Operation.STARTUP;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.pm2console.command.Command;
import dev.pm2console.command.Requests;
import dev.pm2console.command.Results;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// The daemon: its state, its saved list, its boot script, its end.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Daemon")
public class DaemonResource {

    private final RestDoor door;

    DaemonResource(RestDoor door) {
        this.door = door;
    }

    @GET
    @Path("/status")
    @Operation(operationId = "getPM2Status", summary = "The daemon and its totals", description = "Answers 200 also while the daemon is down, and says so.")
    public Results.Pm2Status getPM2Status() {
        return door.query(GET_PM2_STATUS, query -> Requests.without(query, new Command.GetPm2Status()));
    }

    @GET
    @Path("/version")
    @Operation(operationId = "getPM2Version", summary = "Versions of everything", description = "Answers 200 also while the daemon is down. `match` is `false` where the daemon and the command differ.")
    public Results.Pm2Version getPM2Version() {
        return door.query(GET_PM2_VERSION, query -> Requests.without(query, new Command.GetPm2Version()));
    }

    @GET
    @Path("/monitor")
    @Operation(operationId = "monitor", summary = "What everything uses now", description = "Each process with all its descendants, and the machine.")
    @Parameter(ref = "only")
    public Results.MonitorSample monitor() {
        return door.query(MONITOR, Requests::monitor);
    }

    @GET
    @Path("/drift")
    @Operation(operationId = "getDrift", summary = "How the running list differs from the saved one", description = "Of environments names only, never values. `details` has the values of options, saved and running.")
    public Results.Drift getDrift() {
        return door.query(GET_DRIFT, query -> Requests.without(query, new Command.GetDrift()));
    }

    @POST
    @Path("/save")
    @Operation(operationId = "saveProcessList", summary = "Save the list, so that it comes back after a reboot", description = "Writes `dump.pm2`, and keeps what was there as `dump.pm2.bak`.")
    public Results.Affected saveProcessList(@RequestBody(ref = "SaveProcessList") byte[] body) {
        return door.body(SAVE_PROCESS_LIST, body, Requests::saveProcessList);
    }

    @POST
    @Path("/resurrect")
    @Operation(operationId = "resurrectProcesses", summary = "Start what is saved and does not run", description = "Brings up PM2's daemon where there is none. Answers what was started.")
    public Results.Affected resurrectProcesses(@RequestBody(ref = "Nothing") byte[] body) {
        return door.body(RESURRECT_PROCESSES, body, json -> Requests.without(json, new Command.ResurrectProcesses()));
    }

    @POST
    @Path("/kill")
    @Operation(operationId = "killPM2", summary = "End every process and the daemon")
    public Results.Affected killPM2(@RequestBody(ref = "KillPm2") byte[] body) {
        return door.body(KILL_PM2, body, Requests::killPm2);
    }

    @POST
    @Path("/startup")
    @Operation(operationId = "startup", summary = "Install the boot script, or say how", description = "Only root may install one. Where the console is not root, nothing is done, and `command` is what to run.")
    public Results.StartupResult startup(@RequestBody(ref = "Startup") byte[] body) {
        return door.body(STARTUP, body, Requests::startup);
    }

    @GET
    @Path("/startup/script")
    @Operation(operationId = "generateStartupScript", summary = "The boot script's text", description = "Nothing is executed or written.")
    @Parameter(name = "platform", in = ParameterIn.QUERY)
    @Parameter(name = "user", in = ParameterIn.QUERY)
    public Results.StartupScript generateStartupScript() {
        return door.query(GENERATE_STARTUP_SCRIPT, Requests::generateStartupScript);
    }
}
