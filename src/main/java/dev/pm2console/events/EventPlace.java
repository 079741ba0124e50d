package dev.pm2console.events;

import java.time.Instant;
import java.util.Optional;

/// A place in the order of all events: by time, and of those of one moment by number.
///
/// @param at     when the event at this place happened
/// @param number its number
public record EventPlace(Instant at, long number) {

    private static final int LONGEST = 40;

    static EventPlace of(Event event) {
        return new EventPlace(event.at(), event.number());
    }

    /// The place that was written so; empty where the text names none.
    public static Optional<EventPlace> parse(String text) {
        var dash = text.lastIndexOf('-');
        if (text.length() > LONGEST || dash < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EventPlace(Instant.ofEpochMilli(Long.parseLong(text.substring(0, dash))),
                    Long.parseLong(text.substring(dash + 1))));
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }

    /// As a cursor has it.
    @Override
    public String toString() {
        return at.toEpochMilli() + "-" + number;
    }
}
