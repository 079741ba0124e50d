package dev.pm2console.rest;

import static dev.pm2console.command.Operation.ADD_TOKEN;
import static dev.pm2console.command.Operation.ADD_USER;
import static dev.pm2console.command.Operation.CHANGE_PASSWORD;
import static dev.pm2console.command.Operation.CHANGE_USER;
import static dev.pm2console.command.Operation.LIST_TOKENS;
import static dev.pm2console.command.Operation.LIST_USERS;
import static dev.pm2console.command.Operation.REMOVE_USER;
import static dev.pm2console.command.Operation.REVOKE_TOKEN;

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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import dev.pm2console.command.AccountCommand;
import dev.pm2console.command.AccountResults;
import dev.pm2console.command.Requests;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// Users, and the tokens of programs.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Users and tokens")
public class AccountsResource {

    private final RestDoor door;

    AccountsResource(RestDoor door) {
        this.door = door;
    }

    @GET
    @Path("/users")
    @Operation(operationId = "listUsers", summary = "Everybody who may sign in", description = "By name.")
    public AccountResults.Users listUsers() {
        return door.query(LIST_USERS, query -> Requests.without(query, new AccountCommand.ListUsers()));
    }

    @POST
    @Path("/users")
    @Operation(operationId = "addUser", summary = "Add a user", description = "Names that differ in upper and lower case only are the same.")
    @APIResponseSchema(value = AccountResults.User.class, responseCode = "201", responseDescription = "Added; `Location` is its address")
    public RestResponse<AccountResults.User> addUser(@RequestBody(ref = "AddUser") byte[] body, UriInfo uri) {
        var added = door.body(ADD_USER, body, Requests::addUser);
        return created(added, uri, "users", added.name());
    }

    @PATCH
    @Path("/users/{name}")
    @Operation(operationId = "changeUser", summary = "Change a user", description = "What is left out stays. A new password, `disabled` and `signOut` end the user's sessions. The last administrator who can sign in stays one.")
    public AccountResults.User changeUser(@PathParam("name") String name, @RequestBody(ref = "ChangeUser") byte[] body) {
        return door.body(CHANGE_USER, body, json -> Requests.changeUser(name, json));
    }

    @DELETE
    @Path("/users/{name}")
    @Operation(operationId = "removeUser", summary = "Remove a user", description = "Ends the user's sessions. Tokens that the user made stay. Answers the user as it was.")
    public AccountResults.User removeUser(@PathParam("name") String name) {
        return door.query(REMOVE_USER, query -> Requests.without(query, new AccountCommand.RemoveUser(name)));
    }

    @POST
    @Path("/account/password")
    @Operation(operationId = "changePassword", summary = "Choose another password", description = "For the user whose session sends this: a token has no password. The session goes on, the user's others end.")
    public AccountResults.User changePassword(@RequestBody(ref = "ChangePassword") byte[] body) {
        return door.body(CHANGE_PASSWORD, body, json -> Requests.changePassword(door.session(), json));
    }

    @GET
    @Path("/tokens")
    @Operation(operationId = "listTokens", summary = "The tokens of programs", description = "Oldest first, without their secrets, which nobody can be told again.")
    public AccountResults.Tokens listTokens() {
        return door.query(LIST_TOKENS, query -> Requests.without(query, new AccountCommand.ListTokens()));
    }

    @POST
    @Path("/tokens")
    @Operation(operationId = "addToken", summary = "Make a token", description = "`token` of the answer is what the program sends. It is told this once.")
    @APIResponseSchema(value = AccountResults.IssuedToken.class, responseCode = "201", responseDescription = "Made; `Location` is its address")
    public RestResponse<AccountResults.IssuedToken> addToken(@RequestBody(ref = "AddToken") byte[] body, UriInfo uri) {
        var issued = door.body(ADD_TOKEN, body, Requests::addToken);
        return created(issued, uri, "tokens", Long.toString(issued.id()));
    }

    @DELETE
    @Path("/tokens/{id}")
    @Operation(operationId = "revokeToken", summary = "Revoke a token", description = "It is worth nothing from now on; live streams that it opened end within a second. Answers the token as it was.")
    public AccountResults.Token revokeToken(@PathParam("id") String id) {
        return door.query(REVOKE_TOKEN, query -> Requests.revokeToken(id, query));
    }

    private static <T> RestResponse<T> created(T entity, UriInfo uri, String collection, String name) {
        var location = uri.getBaseUriBuilder().path("/api/v1/{collection}/{name}").build(collection, name);
        return RestResponse.ResponseBuilder.<T> create(RestResponse.Status.CREATED, entity).location(location).build();
    }
}
