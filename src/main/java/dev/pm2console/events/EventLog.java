package dev.pm2console.events;

import java.util.Optional;

/// What happened so far.
public interface EventLog {

    /// Some of what was kept, newest first. Works whether there is a daemon or not.
    ///
    /// @param after where the page before ended; empty for the first
    /// @param limit at most so many
    EventPage page(EventQuery query, Optional<EventPlace> after, int limit);
}
