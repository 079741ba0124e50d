package dev.pm2console.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

import dev.pm2console.accounts.AccountRefusal;
import dev.pm2console.accounts.Role;
import dev.pm2console.accounts.Secret;
import dev.pm2console.command.AccountCommand;
import dev.pm2console.command.AccountResults;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Request;
import dev.pm2console.command.Violation;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// What an administrator does about users: one page to add one, and one for each.
@Path("/settings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class UserPages {

    private final PageDoor door;
    private final Notices notices;

    UserPages(PageDoor door, Notices notices) {
        this.door = door;
        this.notices = notices;
    }

    /// The pages, with what was typed and what is wrong with it.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance add(Map<String, String> typed, Map<String, String> errors, Rights may);

        static native TemplateInstance user(UserView view, Map<String, String> errors, List<Notice> notices, Rights may);
    }

    /// A user, as the user's page shows it.
    ///
    /// @param self whether that is the one who looks
    /// @param last whether that is the last administrator who can sign in, who has to stay one
    public record UserView(AccountResults.User user, boolean self, boolean last) {
    }

    @GET
    @Path("add-user")
    @Operation(hidden = true)
    public TemplateInstance form() {
        door.execute(new AccountCommand.ListUsers());
        return Templates.add(Map.of("name", "", "role", Role.VIEWER.toString()), Map.of(), door.rights());
    }

    @POST
    @Path("users")
    @Operation(hidden = true)
    public Response add(@RestForm String name, @RestForm String password, @RestForm String role) {
        var wanted = Typed.word(name);
        try {
            door.execute(dev.pm2console.command.Operation.ADD_USER, RoleField.read(role, chosen -> new AccountCommand.AddUser(
                    wanted, new Secret(Typed.text(password)), chosen)));
            return to("/settings", "“" + wanted + "” can sign in now, as " + role + ".");
        } catch (CommandException e) {
            return Response.status(e.failure().code().status()).entity(Templates.add(
                    Map.of("name", wanted, "role", Typed.text(role)), FormErrors.of(e, "name"), door.rights())).build();
        }
    }

    @GET
    @Path("users/{name}")
    @Operation(hidden = true)
    public TemplateInstance user(@PathParam("name") String name, @CookieParam(Notices.COOKIE) String notice) {
        return Templates.user(view(name), Map.of(), notices.take(Optional.ofNullable(notice)), door.rights());
    }

    @POST
    @Path("users/{name}/role")
    @Operation(hidden = true)
    public Response role(@PathParam("name") String name, @RestForm String role) {
        return changed(name, "role", () -> {
            door.execute(dev.pm2console.command.Operation.CHANGE_USER, RoleField.read(role,
                    chosen -> change(name, Optional.of(chosen), Optional.empty(), Optional.empty(), false)));
            return "“" + name + "” is " + role + " now.";
        });
    }

    @POST
    @Path("users/{name}/password")
    @Operation(hidden = true)
    public Response password(@PathParam("name") String name, @RestForm String password) {
        return changed(name, "password", () -> {
            door.execute(
                    change(name, Optional.empty(), Optional.of(new Secret(Typed.text(password))), Optional.empty(), false));
            return "“" + name + "” has another password, and is signed out everywhere.";
        });
    }

    @POST
    @Path("users/{name}/access")
    @Operation(hidden = true)
    public Response access(@PathParam("name") String name, @RestForm String disabled) {
        var isDisabled = "true".equals(disabled);
        var problems = isDisabled || "false".equals(disabled) ? List.<Violation> of()
                : List.of(new Violation("disabled", "is true or false"));
        return changed(name, "disabled", () -> {
            door.execute(dev.pm2console.command.Operation.CHANGE_USER, new Request<>(
                    change(name, Optional.empty(), Optional.empty(), Optional.of(isDisabled), false), problems));
            return "“" + name + (isDisabled ? "” is disabled, and signed out everywhere." : "” can sign in again.");
        });
    }

    @POST
    @Path("users/{name}/sign-out")
    @Operation(hidden = true)
    public Response signOut(@PathParam("name") String name) {
        return changed(name, "disabled", () -> {
            door.execute(change(name, Optional.empty(), Optional.empty(), Optional.empty(), true));
            return "“" + name + "” is signed out everywhere.";
        });
    }

    @POST
    @Path("users/{name}/remove")
    @Operation(hidden = true)
    public Response remove(@PathParam("name") String name, @RestForm String confirmed) {
        if (confirmed == null) {
            var address = "/settings/users/" + view(name).user().name();
            return Response.ok(ProcessActions.Templates.confirm(new ProcessActions.Question("Remove this user?", List.of(name),
                    "The user is signed out everywhere and can't come in any more. What the user did stays in the audit.",
                    address + "/remove", "remove", "Remove", List.of(), address), door.rights())).build();
        }
        try {
            door.execute(new AccountCommand.RemoveUser(name));
            return to("/settings", "“" + name + "” is removed.");
        } catch (CommandException e) {
            return again(name, e, "remove");
        }
    }

    private Response changed(String name, String field, Supplier<String> deed) {
        try {
            var told = deed.get();
            return to(isSelf(name) ? "/settings" : "/settings/users/" + name, told);
        } catch (CommandException e) {
            return again(name, e, field);
        }
    }

    private Response again(String name, CommandException failed, String field) {
        var errors = FormErrors.of(failed, field);
        return Response.status(failed.failure().code().status())
                .entity(Templates.user(view(name), errors, List.of(), door.rights())).build();
    }

    private UserView view(String name) {
        var users = door.execute(new AccountCommand.ListUsers()).users();
        var user = users.stream().filter(it -> it.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> new CommandException(new Failure.Account(new AccountRefusal.UnknownUser(name))));
        var admins = users.stream().filter(UserPages::isActiveAdmin).toList();
        return new UserView(user, isSelf(name), admins.equals(List.of(user)));
    }

    private boolean isSelf(String name) {
        return name.equalsIgnoreCase(door.caller().name());
    }

    private static boolean isActiveAdmin(AccountResults.User user) {
        return user.role().equals(Role.ADMIN.toString()) && !user.disabled();
    }

    private static AccountCommand.ChangeUser change(String name, Optional<Role> role, Optional<Secret> password,
            Optional<Boolean> disabled, boolean signOut) {
        return new AccountCommand.ChangeUser(name, role, password, disabled, signOut);
    }

    private Response to(String address, String told) {
        return Response.seeOther(URI.create(address)).cookie(notices.keep(List.of(Notice.done(told)))).build();
    }
}
