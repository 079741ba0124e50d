package dev.pm2console.web;

import java.util.List;
import java.util.stream.Collectors;

import dev.pm2console.command.Results;

/// What the log view shows before it is live, and all that it shows where there are no scripts.
///
/// @param lines  oldest first
/// @param linked which of them the address names; negative for none
/// @param older  the query of the page of older lines; empty where there are none
/// @param view   which lines are wanted
/// @param apps   the processes to choose from; one where the page is about one
/// @param chosen the targets that the page is about, whatever is chosen; empty on the page of all logs
/// @param action the address of the page
/// @param daemon `online`, `down` or `unreachable`
/// @param away   why there are no lines to be had; empty where there are
/// @param may    what the one who looks may do
public record LogSheet(List<Results.Line> lines, int linked, String older, LogsView view, List<App> apps, List<String> chosen,
        String action, String daemon, String away, Rights may) {

    public LogSheet {
        lines = List.copyOf(lines);
        apps = List.copyOf(apps);
        chosen = List.copyOf(chosen);
    }

    /// Processes of one name.
    ///
    /// @param target what names them in an address
    public record App(String name, String target, int instances) {
    }

    /// Whether the address names this line.
    public boolean isLinked(int index) {
        return index == linked;
    }

    public boolean isOnline() {
        return daemon.equals("online");
    }

    /// Whether the lines of only one app can be here.
    public boolean isOfOne() {
        return !chosen.isEmpty();
    }

    /// Whose lines these are, as targets; empty for those of all.
    public List<String> targets() {
        return isOfOne() ? chosen : view.processes();
    }

    /// Their names, one a line.
    public String names() {
        return targets().stream().map(Bulk::plain).collect(Collectors.joining("\n"));
    }

    /// The address of this very page, without the place that it shows.
    public String address() {
        return action + view.query();
    }

    /// How many of the apps are chosen.
    public long picked() {
        return apps.stream().filter(app -> view.wants(app.target())).count();
    }
}
