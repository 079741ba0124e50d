package dev.pm2console.web;

import java.util.Map;
import java.util.Optional;

/// What a page of events shows.
///
/// @param view   which events are wanted
/// @param errors what is wrong with that, by the names of the fields
/// @param older  the query of the page of older events; empty where there are none
/// @param action the address of the page
/// @param of     the process that the page is about; empty for the page of all
/// @param daemon `online`, `down` or `unreachable`
public record EventsSheet(Timeline timeline, EventsView view, Map<String, String> errors, String older, String action,
        Optional<String> of, String daemon) {

    public boolean isOnline() {
        return daemon.equals("online");
    }

    /// Whether there is anything that is told of a process, rather than of the daemon.
    boolean isOfProcess() {
        return timeline.days().stream().flatMap(day -> day.rows().stream()).anyMatch(row -> row.event().process().isPresent());
    }

    /// Whether what is shown may be added to as things happen.
    public boolean isLive() {
        return errors.isEmpty() && !view.isOlder() && view.typed().get("to").isEmpty();
    }

    /// Whom the live stream is to tell about; empty for all.
    public String wanted() {
        return of.orElse(view.typed().get("process"));
    }
}
