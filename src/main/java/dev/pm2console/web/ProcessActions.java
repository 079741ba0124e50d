package dev.pm2console.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;

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

import dev.pm2console.command.Command;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Requests;
import dev.pm2console.command.Results;
import dev.pm2console.process.Target;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// What the buttons beside processes do. Each is a plain form; the answer is the page that it is on again, with a notice.
@Path("/")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ProcessActions {

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
            @RestForm("confirmed") String confirmed, @RestForm("back") String sentFrom, @BeanParam View view) {
        var action = Action.of(Optional.ofNullable(word).orElse(""))
                .orElseThrow(() -> CommandException.invalid("do", "is not an action"));
        var targets = chosen == null ? List.<String> of() : chosen.stream().distinct().toList();
        var page = Back.to(sentFrom, "/" + view.query());
        if (targets.isEmpty()) {
            return back(page, List.of(Notice.warning("Nothing was selected.")));
        }
        if (!action.warning().isEmpty() && confirmed == null) {
            return ask(new Question(action.label() + " " + (targets.size() == 1 ? "this" : targets.size() + " entries") + "?",
                    names(targets), action.warning(), "/processes/action" + view.query(), action.word(), action.label(),
                    targets, page));
        }
        var told = bulk.run(door.caller(), action, targets);
        return back(action == Action.DELETE ? "/" + view.query() : page, told);
    }

    @POST
    @Path("processes/scale")
    @Operation(hidden = true)
    public Response scale(@RestForm("target") String target, @RestForm("instances") String instances,
            @BeanParam View view) {
        var name = Optional.ofNullable(target).orElse("");
        var wanted = Optional.ofNullable(instances).orElse("").strip();
        var body = JsonNodeFactory.instance.objectNode();
        if (wanted.matches("[0-9]{1,9}")) {
            body.put("instances", Integer.parseInt(wanted));
        } else {
            body.put("instances", wanted);
        }
        try {
            var scaled = door.execute(dev.pm2console.command.Operation.SCALE_PROCESS, Requests.scaleProcess(name, body));
            return back("/" + view.query(), List.of(Notice.done("Scaled " + Bulk.plain(name) + " to " + wanted + " in "
                    + Figures.took(scaled.tookMs()) + ".")));
        } catch (CommandException e) {
            return back("/" + view.query(), List.of(Notice.failed("Scale " + Bulk.plain(name), e.failure())));
        }
    }

    private Response ask(Question question) {
        return Response.ok(Templates.confirm(question, door.rights())).build();
    }

    /// Whom the targets are: each process by its name and number.
    private List<String> names(List<String> targets) {
        var list = switch (door.execute(new Command.ListProcesses(false, Optional.empty(), Optional.empty(),
                Optional.empty()))) {
            case Results.Processes(var processes) -> processes;
            case Results.Details _ -> throw new IllegalStateException("the brief list was asked for");
        };
        return list.stream().filter(process -> targets.stream().anyMatch(target -> means(target, process)))
                .map(process -> process.name() + " (" + process.id() + ")").toList();
    }

    private static boolean means(String text, Results.Summary process) {
        try {
            return switch (Target.parse(text)) {
                case Target.ById it -> it.id() == process.id();
                case Target.ByName it -> it.name().equals(process.name());
                case Target.ByNamespace it -> it.namespace().equals(process.namespace());
                case Target.Unqualified it -> it.text().equals(process.name());
            };
        } catch (IllegalArgumentException e) {
            throw CommandException.invalid("target", e.getMessage());
        }
    }

    private Response back(String page, List<Notice> told) {
        return Response.seeOther(URI.create(page)).cookie(notices.keep(told)).build();
    }
}
