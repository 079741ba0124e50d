package dev.pm2console.events;

import java.util.List;
import java.util.Optional;

/// Some events in a row.
///
/// @param events newest first
/// @param next   where to go on; empty where there are no more
public record EventPage(List<Event> events, Optional<EventPlace> next) {

    public EventPage {
        events = List.copyOf(events);
    }
}
