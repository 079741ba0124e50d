package dev.pm2console.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

import dev.pm2console.accounts.AccountRefusal;
import dev.pm2console.accounts.Role;
import dev.pm2console.command.AccountCommand;
import dev.pm2console.command.AccountResults;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Request;
import dev.pm2console.command.Violation;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// What an administrator does about the tokens of programs.
@Path("/settings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class TokenPages {

    private final PageDoor door;
    private final Notices notices;
    private final InstantSource clock;

    TokenPages(PageDoor door, Notices notices, InstantSource clock) {
        this.door = door;
        this.notices = notices;
        this.clock = clock;
    }

    /// The form, with what was typed and what is wrong with it; and the only page that shows a token.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance add(Map<String, String> typed, List<Expiry> expiries, Map<String, String> errors,
                Rights may);

        static native TemplateInstance issued(AccountResults.IssuedToken token, String root, Rights may);
    }

    /// For how long a token is worth something.
    public enum Expiry {
        WEEK("7", "7 days"),
        MONTH("30", "30 days"),
        QUARTER("90", "90 days"),
        YEAR("365", "a year"),
        NEVER("never", "never");

        private final String word;
        private final String label;

        Expiry(String word, String label) {
            this.word = word;
            this.label = label;
        }

        /// What the form sends.
        public String word() {
            return word;
        }

        /// What the form says.
        public String label() {
            return label;
        }

        /// When a token ends that is made now; empty for never.
        Optional<Instant> from(Instant now) {
            return this == NEVER ? Optional.empty()
                    : Optional.of(now.plus(Duration.ofDays(Long.parseLong(word))).truncatedTo(ChronoUnit.SECONDS));
        }
    }

    @GET
    @Path("add-token")
    @Operation(hidden = true)
    public TemplateInstance form() {
        door.execute(new AccountCommand.ListTokens());
        return form(Map.of("name", "", "role", Role.VIEWER.toString(), "expires", Expiry.QUARTER.word()), Map.of());
    }

    /// Makes a token. The answer itself shows it: it is in no address and in nothing that is kept.
    @POST
    @Path("tokens")
    @Operation(hidden = true)
    public Response add(@RestForm String name, @RestForm String role, @RestForm String expires, UriInfo uri) {
        var wanted = Typed.word(name);
        try {
            var issued = door.execute(dev.pm2console.command.Operation.ADD_TOKEN, request(wanted, role, Typed.text(expires)));
            return Response.ok(Templates.issued(issued, uri.getBaseUri().toString(), door.rights())).build();
        } catch (CommandException e) {
            return Response.status(e.failure().code().status()).entity(form(
                    Map.of("name", wanted, "role", Typed.text(role), "expires", Typed.text(expires)), FormErrors.of(e, "name")))
                    .build();
        }
    }

    @POST
    @Path("tokens/{id}/revoke")
    @Operation(hidden = true)
    public Response revoke(@PathParam("id") long id, @RestForm String confirmed) {
        if (confirmed == null) {
            var token = door.execute(new AccountCommand.ListTokens()).tokens().stream().filter(it -> it.id() == id).findFirst()
                    .orElseThrow(() -> new CommandException(
                            new Failure.Account(new AccountRefusal.UnknownToken(Long.toString(id)))));
            return Response.ok(ProcessActions.Templates.confirm(new ProcessActions.Question("Revoke this token?",
                    List.of(token.name()), "Programs that use it are turned away from now on.",
                    "/settings/tokens/" + id + "/revoke", "revoke", "Revoke", List.of(), "/settings"), door.rights())).build();
        }
        var revoked = door.execute(new AccountCommand.RevokeToken(id));
        return Response.seeOther(URI.create("/settings"))
                .cookie(notices.keep(List.of(Notice.done("The token “" + revoked.name() + "” is revoked.")))).build();
    }

    private Request<AccountResults.IssuedToken> request(String name, String role, String expires) {
        var expiry = Arrays.stream(Expiry.values()).filter(it -> it.word.equals(expires)).findFirst();
        var read = RoleField.read(role, chosen -> new AccountCommand.AddToken(name, chosen,
                expiry.orElse(Expiry.NEVER).from(clock.instant())));
        var problems = new ArrayList<>(read.problems());
        if (expiry.isEmpty()) {
            problems.add(new Violation("expires", "is one of those that are offered"));
        }
        return new Request<>(read.command(), problems);
    }

    private TemplateInstance form(Map<String, String> typed, Map<String, String> errors) {
        return Templates.add(typed, List.of(Expiry.values()), errors, door.rights());
    }
}
