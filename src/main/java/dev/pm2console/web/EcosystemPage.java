package dev.pm2console.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.pm2console.command.AppsConfig;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.FileCommand;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// Starts what an ecosystem file says, after it was shown what that is.
@Path("/processes/new/ecosystem")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class EcosystemPage {

    private static final String CHOOSE = "choose";

    private final PageDoor door;
    private final Ecosystems ecosystems;
    private final Picks picks;
    private final Notices notices;
    private final String root;

    EcosystemPage(PageDoor door, Ecosystems ecosystems, Picks picks, Notices notices, AppsConfig apps) {
        this.door = door;
        this.ecosystems = ecosystems;
        this.picks = picks;
        this.notices = notices;
        this.root = apps.root().orElse(java.nio.file.Path.of("")).toAbsolutePath().normalize().toString();
    }

    /// The pages.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance ecosystem(EcosystemSheet sheet, Rights may);

        static native TemplateInstance choose(PickSheet pick, Map<String, String> typed, Rights may);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance form() {
        return plain(EcosystemForm.empty(), List.of());
    }

    /// Multipart where the browser may send a file along.
    @POST
    @Consumes({ MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED })
    @Operation(hidden = true)
    public Response send(@BeanParam EcosystemForm form) {
        if (form.chosen != null) {
            return chosen(form);
        }
        return switch (form.at == null ? Typed.word(form.action) : CHOOSE) {
            case CHOOSE -> Response.ok(Templates.choose(picks.at(Optional.ofNullable(form.at).orElse(form.base()), true),
                    form.typed(), door.rights())).build();
            case "back" -> Response.ok(plain(form, List.of())).build();
            case "start" -> start(form);
            default -> preview(form);
        };
    }

    private Response chosen(EcosystemForm form) {
        try {
            var file = door.execute(new FileCommand.ReadEcosystem(form.chosen));
            var filled = EcosystemForm.of(file.text(), file.directory(), form.onExisting());
            filled.environment = form.environment;
            return preview(filled);
        } catch (CommandException e) {
            return failed(form, form.read(), e);
        }
    }

    private Response preview(EcosystemForm form) {
        form.takeFile();
        var text = form.read();
        try {
            var plan = ecosystems.preview(form, text);
            form.seen = "";
            return shown(EcosystemSheet.previewed(form, text, plan, false, root));
        } catch (CommandException e) {
            return failed(form, text, e);
        }
    }

    /// Does what was seen, or shows again what would be done if that is something else by now.
    private Response start(EcosystemForm form) {
        var text = form.read();
        var names = form.only == null ? Set.<String> of() : Set.copyOf(form.only);
        try {
            var plan = ecosystems.preview(form, text);
            if (!EcosystemSheet.seen(form, plan).equals(Typed.text(form.seen)) || names.isEmpty()) {
                return shown(EcosystemSheet.previewed(form, text, plan, !names.isEmpty(), root));
            }
            return Response.seeOther(URI.create("/"))
                    .cookie(notices.keep(ecosystems.start(form, text, names))).build();
        } catch (CommandException e) {
            return failed(form, text, e);
        }
    }

    private Response failed(EcosystemForm form, EcosystemText text, CommandException e) {
        return Response.status(e.failure().code().status()).entity(plain(form, Ecosystems.problems(e.failure(), text))).build();
    }

    private TemplateInstance plain(EcosystemForm form, List<StartErrors.Problem> problems) {
        return Templates.ecosystem(EcosystemSheet.plain(form, problems, root), door.rights());
    }

    private Response shown(EcosystemSheet sheet) {
        return Response.ok(Templates.ecosystem(sheet, door.rights())).build();
    }
}
