package dev.pm2console.command;

import java.util.Map;
import java.util.Optional;

import dev.pm2console.events.EventPlace;

/// Makes the command for events of what callers send; as [Requests] does for the others.
public final class EventRequests {

    private static final long LIMIT = 200;

    private EventRequests() {
    }

    public static Request<EventResults.Events> list(Map<String, String> query) {
        var fields = Fields.ofQuery(query);
        return fields.request(new ListEvents(fields.text("process"), fields.text("kind").orElse("all"),
                fields.bool("brief").orElse(false), fields.instant("from"), fields.instant("to"),
                Math.clamp(fields.whole("limit").orElse(LIMIT), -1, Integer.MAX_VALUE), place(fields)));
    }

    private static Optional<EventPlace> place(Fields fields) {
        var text = fields.text("before");
        var place = text.flatMap(EventPlace::parse);
        if (text.isPresent() && place.isEmpty()) {
            fields.note("before", "is what another page had as \"before\"");
        }
        return place;
    }
}
