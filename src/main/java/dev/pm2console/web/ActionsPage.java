package dev.pm2console.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.ws.rs.BeanParam;
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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.pm2console.command.Command;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Requests;
import dev.pm2console.command.Results;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// What one can have a process do: the custom actions it offers, a signal, a line on its standard input.
@Path("/processes/{nameOrId}/actions")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ActionsPage {

    private final PageDoor door;
    private final Notices notices;

    ActionsPage(PageDoor door, Notices notices) {
        this.door = door;
        this.notices = notices;
    }

    /// The page.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance actions(ProcessPage.Subject subject, List<Offer> offers,
                List<SignalWord> signals, Optional<Answer> answer,
                List<Notice> notices, Rights may);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@PathParam("nameOrId") String nameOrId, @CookieParam(Notices.COOKIE) String notice) {
        return page(subject(nameOrId), Optional.empty(), notices.take(Optional.ofNullable(notice)));
    }

    /// Has an action carried out, and shows what the application answered.
    @POST
    @Path("trigger")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response trigger(@PathParam("nameOrId") String nameOrId, @BeanParam TriggerForm form) {
        var target = form.target(nameOrId);
        try {
            var answer = door.execute(dev.pm2console.command.Operation.TRIGGER_ACTION,
                    Requests.triggerAction(target, form.action(), form.body()));
            return Response.ok(page(subject(nameOrId), Optional.of(Answer.of(form.action(), form.params(), answer)), List.of()))
                    .build();
        } catch (CommandException e) {
            return back(address(nameOrId), Notice.failed("Run " + form.action() + " of " + Bulk.plain(target), e.failure()));
        }
    }

    /// Sends a signal, once it is sure that it is meant.
    @POST
    @Path("signal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response signal(@PathParam("nameOrId") String nameOrId, @RestForm("target") String sentTarget,
            @RestForm("signal") String sentSignal, @RestForm("do") String sentWord,
            @RestForm("confirmed") String confirmed) {
        var signal = Typed.word(sentSignal).isEmpty() ? Typed.word(sentWord) : Typed.word(sentSignal);
        var target = Typed.word(sentTarget).isEmpty() ? nameOrId : Typed.word(sentTarget);
        var page = address(nameOrId);
        if (confirmed == null) {
            return Response.ok(ProcessActions.Templates.confirm(new ProcessActions.Question(
                    "Send " + signal + " to " + Bulk.plain(target) + "?", subject(target).names(), SignalWord.warning(signal),
                    page + "/signal", signal, "Send it", List.of(target), page), door.rights())).build();
        }
        var body = JsonNodeFactory.instance.objectNode().put("signal", signal);
        return back(page, "Send " + signal, () -> {
            var sent = door.execute(dev.pm2console.command.Operation.SEND_SIGNAL, Requests.sendSignal(target, body));
            return "Sent " + signal + " to " + processes(sent) + ".";
        });
    }

    /// Writes a line to the standard input.
    @POST
    @Path("line")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response line(@PathParam("nameOrId") String nameOrId, @RestForm("target") String sentTarget,
            @RestForm("line") String line) {
        var target = Typed.word(sentTarget).isEmpty() ? nameOrId : Typed.word(sentTarget);
        var body = JsonNodeFactory.instance.objectNode().put("line", Typed.text(line));
        return back(address(nameOrId), "Send the line", () -> {
            var sent = door.execute(dev.pm2console.command.Operation.SEND_LINE, Requests.sendLine(target, body));
            return "Sent the line to " + processes(sent) + ". What it makes of it is in its logs.";
        });
    }

    /// Sets the counter of restarts to nought.
    @POST
    @Path("reset")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response reset(@PathParam("nameOrId") String nameOrId) {
        return back(address(nameOrId), "Reset the counters", () -> {
            var reset = door.execute(new Command.ResetMetadata(nameOrId));
            return "The restarts of " + processes(reset) + " are counted from nought again.";
        });
    }

    private TemplateInstance page(ProcessPage.Subject subject, Optional<Answer> answer, List<Notice> told) {
        return Templates.actions(subject, Offer.of(subject), SignalWord.all(), answer, told, door.rights());
    }

    private ProcessPage.Subject subject(String nameOrId) {
        return ProcessPage.Subject.of(nameOrId, door.execute(new Command.ShowProcessInfo(nameOrId)));
    }

    private static String address(String nameOrId) {
        return ProcessPage.Subject.address(nameOrId) + "/actions";
    }

    private static String processes(Results.Affected affected) {
        var count = affected.processes().size();
        return count == 1 ? affected.processes().getFirst().name() : count + " processes";
    }

    private Response back(String page, String wanted, Supplier<String> deed) {
        return back(page, told(wanted, deed));
    }

    private Response back(String page, Notice told) {
        return Response.seeOther(URI.create(page)).cookie(notices.keep(List.of(told))).build();
    }

    private static Notice told(String wanted, Supplier<String> deed) {
        try {
            return Notice.done(deed.get());
        } catch (CommandException e) {
            return Notice.failed(wanted, e.failure());
        }
    }
}
