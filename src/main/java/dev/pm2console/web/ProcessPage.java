package dev.pm2console.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.pm2console.command.Command;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Results;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;

/// One process, or the instances of one name: what it is, and what it writes.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ProcessPage {

    private final PageDoor door;
    private final LogSheets sheets;
    private final ChartSheets charts;
    private final MissingProcess missing;
    private final ErrorPages errors;
    private final Notices notices;

    ProcessPage(PageDoor door, LogSheets sheets, ChartSheets charts, MissingProcess missing, ErrorPages errors,
            Notices notices) {
        this.missing = missing;
        this.errors = errors;
        this.door = door;
        this.sheets = sheets;
        this.charts = charts;
        this.notices = notices;
    }

    /// The pages.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance overview(Subject subject, ChartSheet charts, List<Notice> notices, Rights may);

        static native TemplateInstance overviewAway(Away away, ChartSheet charts, Rights may);

        static native TemplateInstance logs(Subject subject, LogSheet sheet, List<Notice> notices, Rights may);

        static native TemplateInstance logsAway(Away away, LogSheet sheet, Rights may);
    }

    /// Whom the page is about.
    ///
    /// @param nameOrId what the address says
    /// @param rows     at least one
    public record Subject(String nameOrId, List<Group.Row> rows) {

        public Subject {
            rows = List.copyOf(rows);
        }

        static Subject of(String nameOrId, Results.Details found) {
            return new Subject(nameOrId, found.processes().stream().map(Group.Row::new).toList());
        }

        /// Each by its name and number.
        public List<String> names() {
            return rows.stream().map(row -> row.process().name() + " (" + row.process().id() + ")").toList();
        }

        /// What they share: the name, where they do.
        public String title() {
            var names = rows.stream().map(row -> row.process().name()).distinct().toList();
            return names.size() == 1 ? names.getFirst() : nameOrId.replaceFirst("^(name|namespace|id):", "");
        }

        public boolean isOne() {
            return rows.size() == 1;
        }

        /// Whether all are instances of one name.
        public boolean isNamed() {
            return rows.stream().map(row -> row.process().name()).distinct().count() == 1;
        }

        /// The one there is; the first of several.
        public Group.Row first() {
            return rows.getFirst();
        }

        /// What its buttons name.
        public String target() {
            return isOne() ? first().target() : nameOrId.contains(":") ? nameOrId : "name:" + nameOrId;
        }

        public boolean isAnyRunning() {
            return rows.stream().anyMatch(row -> !row.isStartable());
        }

        public boolean isCluster() {
            return rows.stream().allMatch(Group.Row::isCluster);
        }

        public boolean isAnyFork() {
            return rows.stream().anyMatch(row -> !row.isCluster());
        }

        /// The address of the overview.
        public String address() {
            return address(nameOrId);
        }

        static String address(String nameOrId) {
            return "/processes/" + URLEncoder.encode(nameOrId, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    /// While the daemon is away, with the figures of before.
    @GET
    @Path("processes/{nameOrId}")
    @Operation(hidden = true)
    public Response overview(@PathParam("nameOrId") String nameOrId, @BeanParam ChartView view,
            @CookieParam(Notices.COOKIE) String notice, @Context HttpServerRequest request) {
        try {
            var subject = subject(nameOrId);
            var sheet = charts.of(nameOrId, subject.rows().stream().map(Group.Row::process).toList(), view);
            return Response.ok(Templates.overview(subject, sheet, notices.take(Optional.ofNullable(notice)), door.rights()))
                    .build();
        } catch (CommandException e) {
            if (e.failure() instanceof Failure.Daemon && errors.understoodBy(request)) {
                return Response.status(e.failure().code().status()).entity(Templates.overviewAway(
                        missing.away(nameOrId, "overview", e.failure().message()), charts.of(nameOrId, List.of(), view),
                        door.rights())).build();
            }
            throw e;
        }
    }

    /// Also while the daemon is down: that is when people look.
    @GET
    @Path("processes/{nameOrId}/logs")
    @Operation(hidden = true)
    public TemplateInstance logs(@PathParam("nameOrId") String nameOrId, @BeanParam LogsView view,
            @CookieParam(Notices.COOKIE) String notice) {
        var sheet = sheets.of(nameOrId, view, Subject.address(nameOrId) + "/logs");
        try {
            return Templates.logs(subject(nameOrId), sheet, notices.take(Optional.ofNullable(notice)), door.rights());
        } catch (CommandException e) {
            if (e.failure() instanceof Failure.Daemon) {
                return Templates.logsAway(missing.away(nameOrId, "logs", e.failure().message()), sheet, door.rights());
            }
            throw e;
        }
    }

    private Subject subject(String nameOrId) {
        return Subject.of(nameOrId, door.execute(new Command.ShowProcessInfo(nameOrId)));
    }
}
