package dev.pm2console.web;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.pm2console.command.AlertCommand;
import dev.pm2console.command.AlertResults;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/// What holds now, the rules, who is told, and what became of it.
@Path("/alerts")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AlertsPage {

    private static final int SHOWN = 50;

    private final PageDoor door;
    private final Notices notices;

    AlertsPage(PageDoor door, Notices notices) {
        this.door = door;
        this.notices = notices;
    }

    /// The page.
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance alerts(AlertsView view, List<Notice> notices, Rights may);
    }

    /// What the page shows.
    public record AlertsView(AlertResults.Alerts alerts, List<AlertResults.Rule> rules,
            List<AlertResults.Channel> channels, List<Preset> presets) {

        /// What was told and still holds.
        public List<AlertResults.Standing> firing() {
            return alerts.now().stream().filter(it -> it.state().equals("firing")).toList();
        }

        /// How many hold that were not told yet.
        public long pending() {
            return alerts.now().stream().filter(it -> it.state().equals("pending")).count();
        }

        /// Whether messages went nowhere lately.
        public boolean isFailing() {
            return alerts.deliveries().stream().anyMatch(it -> it.state().equals("failed"));
        }

        /// The names of the channels that a rule tells.
        public List<String> told(AlertResults.Rule rule) {
            return channels.stream().filter(it -> rule.channels().contains(it.id())).map(AlertResults.Channel::name).toList();
        }
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@CookieParam(Notices.COOKIE) String notice) {
        var rules = door.execute(new AlertCommand.ListRules()).rules();
        var view = new AlertsView(door.execute(new AlertCommand.ListAlerts(SHOWN)), rules,
                door.execute(new AlertCommand.ListChannels()).channels(), Preset.missing(rules));
        return Templates.alerts(view, notices.take(Optional.ofNullable(notice)), door.rights());
    }
}
