package dev.pm2console.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

import dev.pm2console.alerts.AlertRefusal;
import dev.pm2console.command.AlertCommand;
import dev.pm2console.command.AlertRequests;
import dev.pm2console.command.AlertResults;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Violation;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// What an administrator does about channels.
@Path("/alerts")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class AlertChannelPages {

    private final PageDoor door;
    private final Notices notices;

    AlertChannelPages(PageDoor door, Notices notices) {
        this.door = door;
        this.notices = notices;
    }

    /// The form, with what was typed and what is wrong with it.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance channel(Sheet sheet, Map<String, String> typed, Map<String, String> errors, Rights may);
    }

    /// What the form is for.
    ///
    /// @param title   its title
    /// @param action  where it is sent
    /// @param channel the channel, where there is one already
    /// @param canMail whether the console has a mail server
    public record Sheet(String title, String action, Optional<AlertResults.Channel> channel, boolean canMail) {
    }

    @GET
    @Path("add-channel")
    @Operation(hidden = true)
    public TemplateInstance form(@RestQuery String kind) {
        administrator(dev.pm2console.command.Operation.ADD_ALERT_CHANNEL);
        var wanted = Typed.word(kind);
        return page(adding(), ChannelForm.of(List.of("ntfy", "email").contains(wanted) ? wanted : "webhook"), Map.of());
    }

    @POST
    @Path("channels")
    @Operation(hidden = true)
    public Response add(@BeanParam ChannelForm form) {
        try {
            var added = door.execute(dev.pm2console.command.Operation.ADD_ALERT_CHANNEL,
                    AlertRequests.addChannel(form.parameters()));
            return to(Notice.done("The channel “" + added.name() + "” is added. Test it, and choose it in the rules."));
        } catch (CommandException e) {
            return again(adding(), form, e, AlertErrors.of(e, AlertChannelPages::field));
        }
    }

    @GET
    @Path("channels/{id}")
    @Operation(hidden = true)
    public TemplateInstance channel(@PathParam("id") long id) {
        administrator(dev.pm2console.command.Operation.CHANGE_ALERT_CHANNEL);
        var channel = find(id);
        return page(editing(channel), ChannelForm.of(channel), Map.of());
    }

    @POST
    @Path("channels/{id}")
    @Operation(hidden = true)
    public Response change(@PathParam("id") long id, @BeanParam ChannelForm form) {
        // where there is none the command says so
        form.kind = list().channels().stream().filter(it -> it.id() == id).map(AlertResults.Channel::kind).findFirst()
                .orElse("webhook");
        try {
            var changed = door.execute(dev.pm2console.command.Operation.CHANGE_ALERT_CHANNEL,
                    AlertRequests.changeChannel(Long.toString(id), form.change(form.kind)));
            return to(Notice.done("The channel “" + changed.name() + "” is changed."));
        } catch (CommandException e) {
            var errors = AlertErrors.of(e, AlertChannelPages::field);
            return again(editing(find(id)), form, e, errors);
        }
    }

    @POST
    @Path("channels/{id}/test")
    @Operation(hidden = true)
    public Response test(@PathParam("id") long id) {
        try {
            var tested = door.execute(new AlertCommand.TestChannel(id));
            var told = tested.delivered()
                    ? Notice.done("“" + tested.channel() + "” took the test: " + tested.detail() + ", in "
                            + Figures.took(tested.tookMs()) + ".")
                    : new Notice(Notice.Kind.PROBLEM,
                            "“" + tested.channel() + "” did not get the test: " + tested.detail() + ".",
                            "");
            return to(told);
        } catch (CommandException e) {
            return to(Notice.failed("Not tested", e.failure()));
        }
    }

    @POST
    @Path("channels/{id}/remove")
    @Operation(hidden = true)
    public Response remove(@PathParam("id") long id, @RestForm String confirmed) {
        if (confirmed == null) {
            return Response.ok(ProcessActions.Templates.confirm(new ProcessActions.Question("Remove this channel?",
                    List.of(find(id).name()), "What still waits for it is not sent.", "/alerts/channels/" + id + "/remove",
                    "remove", "Remove", List.of(), "/alerts"), door.rights())).build();
        }
        try {
            var removed = door.execute(new AlertCommand.RemoveChannel(id));
            return to(Notice.done("The channel “" + removed.name() + "” is removed."));
        } catch (CommandException e) {
            return to(Notice.failed("Not removed", e.failure()));
        }
    }

    private Response again(Sheet sheet, ChannelForm form, CommandException failed, Map<String, String> errors) {
        return Response.status(failed.failure().code().status()).entity(page(sheet, form, errors)).build();
    }

    private static String field(Violation violation) {
        return violation.field().replaceFirst("\\[.*", "");
    }

    private TemplateInstance page(Sheet sheet, ChannelForm form, Map<String, String> errors) {
        return Templates.channel(sheet, form.typed(), errors, door.rights());
    }

    private Sheet adding() {
        return new Sheet("Add a channel", "/alerts/channels", Optional.empty(), list().canMail());
    }

    private Sheet editing(AlertResults.Channel channel) {
        return new Sheet(channel.name(), "/alerts/channels/" + channel.id(), Optional.of(channel), list().canMail());
    }

    /// The forms are not for everybody, though everybody may see the channels.
    private void administrator(dev.pm2console.command.Operation operation) {
        if (!door.rights().admin()) {
            throw new CommandException(new Failure.Forbidden(operation, door.caller().role()));
        }
    }

    private AlertResults.Channels list() {
        return door.execute(new AlertCommand.ListChannels());
    }

    private AlertResults.Channel find(long id) {
        return list().channels().stream().filter(it -> it.id() == id).findFirst()
                .orElseThrow(() -> new CommandException(new Failure.Alert(new AlertRefusal.Unknown("channel", id))));
    }

    private Response to(Notice told) {
        return Response.seeOther(URI.create("/alerts")).cookie(notices.keep(List.of(told))).build();
    }
}
