package dev.pm2console.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.pm2console.command.CommandException;
import dev.pm2console.command.Requests;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// What the buttons beside processes do. Each is a plain form; the answer is the page that it is on again, with a notice.
@Path("/")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ProcessActions {

    /// What scripts ask for: the notices, and not the page that has them.
    private static final String NOTICES = "notices";

    private final PageDoor door;
    private final Bulk bulk;
    private final Notices notices;

    ProcessActions(PageDoor door, Bulk bulk, Notices notices) {
        this.door = door;
        this.bulk = bulk;
        this.notices = notices;
    }

    /// The page that asks before something is lost, for browsers without scripts.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance confirm(Question question, Rights may);

        static native TemplateInstance notices(List<Notice> notices);
    }

    /// What is asked before something is lost.
    ///
    /// @param title   the question
    /// @param names   what will be hit
    /// @param warning what is lost
    /// @param address where the answer is sent
    /// @param word    of the action
    /// @param label   of its button
    /// @param targets to send along
    /// @param back    the address of the page that it was asked on
    public record Question(String title, List<String> names, String warning, String address, String word, String label,
            List<String> targets, String back) {
    }

    @POST
    @Path("processes/action")
    @Operation(hidden = true)
    public Response act(@RestForm("do") String word, @RestForm("target") List<String> chosen,
            @RestForm("confirmed") String confirmed, @RestForm("back") String sentFrom, @RestForm("answer") String answer,
            @BeanParam View view) {
        var action = Action.of(Optional.ofNullable(word).orElse(""))
                .orElseThrow(() -> CommandException.invalid("do", "is not an action"));
        var targets = chosen == null ? List.<String> of() : chosen.stream().distinct().toList();
        var page = Back.to(sentFrom, "/" + view.query());
        if (targets.isEmpty()) {
            return back(page, answer, List.of(Notice.warning("Nothing was selected.")));
        }
        if (!action.warning().isEmpty() && confirmed == null) {
            return ask(new Question(action.label() + " " + (targets.size() == 1 ? "this" : targets.size() + " entries") + "?",
                    Chosen.of(door, targets).names(), action.warning(), "/processes/action" + view.query(), action.word(),
                    action.label(),
                    targets, page));
        }
        var ran = action == Action.STOP ? before(targets).running() : List.<Integer> of();
        var told = bulk.run(door.caller(), action, targets, hit -> undo(action, hit, ran, view, page));
        return back(action == Action.DELETE ? "/" + view.query() : page, answer, told);
    }

    @POST
    @Path("processes/scale")
    @Operation(hidden = true)
    public Response scale(@RestForm("target") String target, @RestForm("instances") String instances,
            @RestForm("answer") String answer, @BeanParam View view) {
        var name = Optional.ofNullable(target).orElse("");
        var wanted = Optional.ofNullable(instances).orElse("").strip();
        var body = JsonNodeFactory.instance.objectNode();
        if (wanted.matches("[0-9]{1,9}")) {
            body.put("instances", Integer.parseInt(wanted));
        } else {
            body.put("instances", wanted);
        }
        var page = "/" + view.query();
        try {
            var before = before(List.of(name)).processes().size();
            var scaled = door.execute(dev.pm2console.command.Operation.SCALE_PROCESS, Requests.scaleProcess(name, body));
            var undo = before > 0 && before != scaled.processes().size()
                    ? Optional.of(Undo.scale(name, before, view, door.rights().csrf()))
                    : Optional.<Undo> empty();
            return back(page, answer, List.of(Notice.done("Scaled " + Bulk.plain(name) + " to " + wanted + " in "
                    + Figures.took(scaled.tookMs()) + ".", undo)));
        } catch (CommandException e) {
            return back(page, answer, List.of(Notice.failed("Scale " + Bulk.plain(name), e.failure())));
        }
    }

    private Response ask(Question question) {
        return Response.ok(Templates.confirm(question, door.rights())).build();
    }

    /// Who is there before something is done; nobody where that can't be told, which the command itself then says.
    private Chosen before(List<String> targets) {
        try {
            return Chosen.of(door, targets);
        } catch (CommandException e) {
            return new Chosen(List.of());
        }
    }

    private Optional<Undo> undo(Action action, Set<Integer> hit, List<Integer> ran, View view, String page) {
        var again = ran.stream().filter(hit::contains).toList();
        return action == Action.STOP && !again.isEmpty()
                ? Optional.of(Undo.start(again, view, page, door.rights().csrf()))
                : Optional.empty();
    }

    /// The page again, or what is to be told alone, where a script puts it on the page.
    private Response back(String page, String answer, List<Notice> told) {
        return NOTICES.equals(answer) ? Response.ok(Templates.notices(told)).build()
                : Response.seeOther(URI.create(page)).cookie(notices.keep(told)).build();
    }
}
