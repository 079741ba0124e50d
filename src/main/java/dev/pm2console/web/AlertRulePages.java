package dev.pm2console.web;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

import dev.pm2console.alerts.AlertRefusal;
import dev.pm2console.alerts.RuleChange;
import dev.pm2console.command.AlertCommand;
import dev.pm2console.command.AlertRequests;
import dev.pm2console.command.AlertResults;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Failure;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// What an administrator does about rules.
@Path("/alerts")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class AlertRulePages {

    private final PageDoor door;
    private final Notices notices;

    AlertRulePages(PageDoor door, Notices notices) {
        this.door = door;
        this.notices = notices;
    }

    /// The form, with what was typed and what is wrong with it.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance rule(Sheet sheet, RuleForm form, Map<String, String> typed, Map<String, String> errors,
                Rights may);
    }

    /// What the form is for.
    ///
    /// @param title    its title
    /// @param action   where it is sent
    /// @param channels whom a rule can tell
    public record Sheet(String title, String action, List<AlertResults.Channel> channels) {
    }

    @GET
    @Path("add-rule")
    @Operation(hidden = true)
    public TemplateInstance form() {
        administrator(dev.pm2console.command.Operation.ADD_ALERT_RULE);
        var channels = channels();
        return page(adding(channels), RuleForm.empty().telling(channels), Map.of());
    }

    @POST
    @Path("rules")
    @Operation(hidden = true)
    public Response add(@BeanParam RuleForm form) {
        var unreadable = form.unreadable();
        try {
            var added = door.execute(dev.pm2console.command.Operation.ADD_ALERT_RULE,
                    AlertRequests.addRule(form.parameters()));
            return to("The rule “" + added.name() + "” is added.");
        } catch (CommandException e) {
            var errors = AlertErrors.of(e, form::field);
            return again(adding(channels()), form, e, errors, unreadable);
        }
    }

    @POST
    @Path("presets")
    @Operation(hidden = true)
    public Response preset(@RestForm String preset) {
        var chosen = Preset.of(Typed.word(preset)).orElseThrow(() -> CommandException.invalid("preset", "is not offered"));
        var added = door.execute(dev.pm2console.command.Operation.ADD_ALERT_RULE,
                AlertRequests.addRule(chosen.parameters(channels())));
        return to("The rule “" + added.name() + "” is added.");
    }

    @GET
    @Path("rules/{id}")
    @Operation(hidden = true)
    public TemplateInstance rule(@PathParam("id") long id) {
        administrator(dev.pm2console.command.Operation.CHANGE_ALERT_RULE);
        var rule = find(id);
        return page(editing(rule), RuleForm.of(rule), Map.of());
    }

    @POST
    @Path("rules/{id}")
    @Operation(hidden = true)
    public Response change(@PathParam("id") long id, @BeanParam RuleForm form) {
        var unreadable = form.unreadable();
        try {
            var changed = door.execute(dev.pm2console.command.Operation.CHANGE_ALERT_RULE,
                    AlertRequests.changeRule(Long.toString(id), form.parameters()));
            return to("The rule “" + changed.name() + "” is changed.");
        } catch (CommandException e) {
            var errors = AlertErrors.of(e, form::field);
            return again(editing(find(id)), form, e, errors, unreadable);
        }
    }

    @POST
    @Path("rules/{id}/enabled")
    @Operation(hidden = true)
    public Response enable(@PathParam("id") long id, @RestForm String enabled) {
        var on = "true".equals(enabled);
        var rule = door.execute(new AlertCommand.ChangeRule(id, RuleChange.enabled(on)));
        return to("The rule “" + rule.name() + (on ? "” is looked at again." : "” is off."));
    }

    @POST
    @Path("rules/{id}/remove")
    @Operation(hidden = true)
    public Response remove(@PathParam("id") long id, @RestForm String confirmed) {
        if (confirmed == null) {
            return Response.ok(ProcessActions.Templates.confirm(new ProcessActions.Question("Remove this rule?",
                    List.of(find(id).name()), "Nobody is told any more. Its past alerts stay.",
                    "/alerts/rules/" + id + "/remove",
                    "remove", "Remove", List.of(), "/alerts"), door.rights())).build();
        }
        var removed = door.execute(new AlertCommand.RemoveRule(id));
        return to("The rule “" + removed.name() + "” is removed.");
    }

    private Response again(Sheet sheet, RuleForm form, CommandException failed, Map<String, String> told,
            Map<String, String> unreadable) {
        var errors = new HashMap<>(told);
        unreadable.forEach((field, rule) -> errors.put(field, FormErrors.sentence(rule)));
        return Response.status(failed.failure().code().status()).entity(page(sheet, form, errors)).build();
    }

    private TemplateInstance page(Sheet sheet, RuleForm form, Map<String, String> errors) {
        return Templates.rule(sheet, form, form.typed(), errors, door.rights());
    }

    private static Sheet adding(List<AlertResults.Channel> channels) {
        return new Sheet("Add a rule", "/alerts/rules", channels);
    }

    private Sheet editing(AlertResults.Rule rule) {
        return new Sheet(rule.name(), "/alerts/rules/" + rule.id(), channels());
    }

    /// The forms are not for everybody, though everybody may see the rules.
    private void administrator(dev.pm2console.command.Operation operation) {
        if (!door.rights().admin()) {
            throw new CommandException(new Failure.Forbidden(operation, door.caller().role()));
        }
    }

    private List<AlertResults.Channel> channels() {
        return door.execute(new AlertCommand.ListChannels()).channels();
    }

    private AlertResults.Rule find(long id) {
        return door.execute(new AlertCommand.ListRules()).rules().stream().filter(it -> it.id() == id).findFirst()
                .orElseThrow(() -> new CommandException(new Failure.Alert(new AlertRefusal.Unknown("rule", id))));
    }

    private Response to(String told) {
        return Response.seeOther(URI.create("/alerts")).cookie(notices.keep(List.of(Notice.done(told)))).build();
    }
}
