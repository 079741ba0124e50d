package dev.pm2console.web;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

import dev.pm2console.accounts.Accounts;
import dev.pm2console.accounts.Secret;
import dev.pm2console.command.AccountCommand;
import dev.pm2console.command.CommandException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// One's own account; for administrators also everybody's, and the tokens of programs.
@Path("/settings")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SettingsPage {

    private final PageDoor door;
    private final Accounts accounts;
    private final Notices notices;
    private final InstantSource clock;

    SettingsPage(PageDoor door, Accounts accounts, Notices notices, InstantSource clock) {
        this.door = door;
        this.accounts = accounts;
        this.notices = notices;
        this.clock = clock;
    }

    /// The page.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance settings(Settings settings, List<Notice> notices);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@CookieParam(Notices.COOKIE) String notice) {
        return Templates.settings(settings(), notices.take(Optional.ofNullable(notice)));
    }

    /// Changes one's own password. The other browsers that are signed in with the old one are signed out.
    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response changePassword(@RestForm String current, @RestForm String password, @RestForm String repeated) {
        if (!Typed.text(password).equals(Typed.text(repeated))) {
            return again(400, Map.of("repeated", FormErrors.NOT_THE_SAME));
        }
        try {
            door.execute(new AccountCommand.ChangePassword(new Secret(Typed.text(current)), new Secret(Typed.text(password)),
                    door.session()));
        } catch (CommandException e) {
            return again(e.failure().code().status(), FormErrors.of(e, "current"));
        }
        return Response.seeOther(URI.create("/settings"))
                .cookie(notices.keep(List.of(Notice.done("Your password is changed. Your other browsers are signed out."))))
                .build();
    }

    private Response again(int status, Map<String, String> errors) {
        return Response.status(status).entity(Templates.settings(settings().wrong(errors), List.of())).build();
    }

    private Settings settings() {
        var may = door.rights();
        return new Settings(door.session().flatMap(accounts::ofSession), door.session().flatMap(accounts::since),
                may.admin() ? Optional.of(people()) : Optional.empty(), Map.of(), may);
    }

    private Settings.People people() {
        return new Settings.People(door.execute(new AccountCommand.ListUsers()).users(),
                door.execute(new AccountCommand.ListTokens()).tokens(), clock.instant());
    }
}
