package dev.pm2console.rest;

import static dev.pm2console.command.Operation.ADD_ALERT_CHANNEL;
import static dev.pm2console.command.Operation.ADD_ALERT_RULE;
import static dev.pm2console.command.Operation.CHANGE_ALERT_CHANNEL;
import static dev.pm2console.command.Operation.CHANGE_ALERT_RULE;
import static dev.pm2console.command.Operation.LIST_ALERTS;
import static dev.pm2console.command.Operation.LIST_ALERT_CHANNELS;
import static dev.pm2console.command.Operation.LIST_ALERT_RULES;
import static dev.pm2console.command.Operation.REMOVE_ALERT_CHANNEL;
import static dev.pm2console.command.Operation.REMOVE_ALERT_RULE;
import static dev.pm2console.command.Operation.TEST_ALERT_CHANNEL;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import dev.pm2console.command.AlertCommand;
import dev.pm2console.command.AlertRequests;
import dev.pm2console.command.AlertResults;
import dev.pm2console.command.Requests;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// Alerts: what holds now, the rules, and the channels that are told.
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Alerts")
public class AlertsResource {

    private final RestDoor door;

    AlertsResource(RestDoor door) {
        this.door = door;
    }

    @GET
    @Operation(operationId = "listAlerts", summary = "What holds now, what there was, and what became of the messages", description = "Past alerts and deliveries newest first, those of the last 30 days and at most 10,000.")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "The most past alerts, and the most deliveries", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    public AlertResults.Alerts listAlerts() {
        return door.query(LIST_ALERTS, AlertRequests::list);
    }

    @GET
    @Path("/rules")
    @Operation(operationId = "listAlertRules", summary = "The rules")
    public AlertResults.Rules listRules() {
        return door.query(LIST_ALERT_RULES, query -> Requests.without(query, new AlertCommand.ListRules()));
    }

    @POST
    @Path("/rules")
    @Operation(operationId = "addAlertRule", summary = "Add a rule", description = "There are at most 100.")
    @APIResponseSchema(value = AlertResults.Rule.class, responseCode = "201", responseDescription = "Added; `Location` is its address")
    public RestResponse<AlertResults.Rule> addRule(@RequestBody(ref = "AddAlertRule") byte[] body, UriInfo uri) {
        var added = door.body(ADD_ALERT_RULE, body, AlertRequests::addRule);
        return created(added, uri, "rules", added.id());
    }

    @PATCH
    @Path("/rules/{id}")
    @Operation(operationId = "changeAlertRule", summary = "Change a rule", description = "What is left out stays; a `condition` is changed as a whole. With another condition, or disabled, the rule begins anew, and nobody is told that what held is over.")
    public AlertResults.Rule changeRule(@PathParam("id") String id, @RequestBody(ref = "ChangeAlertRule") byte[] body) {
        return door.body(CHANGE_ALERT_RULE, body, json -> AlertRequests.changeRule(id, json));
    }

    @DELETE
    @Path("/rules/{id}")
    @Operation(operationId = "removeAlertRule", summary = "Remove a rule", description = "Its past alerts stay. Answers the rule as it was.")
    public AlertResults.Rule removeRule(@PathParam("id") String id) {
        return door.query(REMOVE_ALERT_RULE, query -> AlertRequests.removeRule(id, query));
    }

    @GET
    @Path("/channels")
    @Operation(operationId = "listAlertChannels", summary = "The channels that rules can tell", description = "Without their secrets, which nobody is told again: of an address only the host.")
    public AlertResults.Channels listChannels() {
        return door.query(LIST_ALERT_CHANNELS, query -> Requests.without(query, new AlertCommand.ListChannels()));
    }

    @POST
    @Path("/channels")
    @Operation(operationId = "addAlertChannel", summary = "Add a channel", description = "There are at most 20. One for mail needs a mail server (`quarkus.mailer.*`).")
    @APIResponseSchema(value = AlertResults.Channel.class, responseCode = "201", responseDescription = "Added; `Location` is its address")
    public RestResponse<AlertResults.Channel> addChannel(@RequestBody(ref = "AddAlertChannel") byte[] body, UriInfo uri) {
        var added = door.body(ADD_ALERT_CHANNEL, body, AlertRequests::addChannel);
        return created(added, uri, "channels", added.id());
    }

    @PATCH
    @Path("/channels/{id}")
    @Operation(operationId = "changeAlertChannel", summary = "Change a channel", description = "What is left out stays, but for its kind, which can't be changed. A secret stays only while the host does: with another host it has to be sent again, or an empty text for none.")
    public AlertResults.Channel changeChannel(@PathParam("id") String id,
            @RequestBody(ref = "ChangeAlertChannel") byte[] body) {
        return door.body(CHANGE_ALERT_CHANNEL, body, json -> AlertRequests.changeChannel(id, json));
    }

    @DELETE
    @Path("/channels/{id}")
    @Operation(operationId = "removeAlertChannel", summary = "Remove a channel", description = "Refused while rules tell it. Answers the channel as it was.")
    public AlertResults.Channel removeChannel(@PathParam("id") String id) {
        return door.query(REMOVE_ALERT_CHANNEL, query -> AlertRequests.removeChannel(id, query));
    }

    @POST
    @Path("/channels/{id}/test")
    @Operation(operationId = "testAlertChannel", summary = "Send a test to a channel", description = "Waits for what happens, some 10 seconds at most (mail 20). 10 tests a minute.")
    public AlertResults.Tested testChannel(@PathParam("id") String id, @RequestBody(ref = "Nothing") byte[] body) {
        return door.body(TEST_ALERT_CHANNEL, body, json -> AlertRequests.testChannel(id, json));
    }

    private static <T> RestResponse<T> created(T entity, UriInfo uri, String collection, long id) {
        var location = uri.getBaseUriBuilder().path("/api/v1/alerts/{collection}/{id}").build(collection, id);
        return RestResponse.ResponseBuilder.<T> create(RestResponse.Status.CREATED, entity).location(location).build();
    }
}
