package dev.pm2console.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Keeps the disk free when one process restarts all the time. Of each, so many events a minute are kept; of further ones one,
/// which says how many ends it stands for, and of the minutes that follow no more than that one. Whatever is rare by nature (a crash loop, giving up, a stop, a person's doing) is
/// always kept.
final class EventFlood {

    /// So many events of one process are kept in each minute.
    static final int FREE = 20;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<String, Window> windows = new HashMap<>();

    /// A minute of one process.
    ///
    /// @param free  how many events it keeps: none where the minute before had too many
    /// @param count how many there were
    /// @param ends  how many ends were not kept
    /// @param last  the last event that was not kept; a restart rather than what belongs to it
    private record Window(Instant began, int free, int count, int ends, Optional<Event> last) {

        private static Window first(Instant now) {
            return new Window(now, FREE, 0, 0, Optional.empty());
        }

        private boolean isOver(Instant now) {
            return !now.isBefore(began.plus(WINDOW)) || now.isBefore(began);
        }

        private boolean isFlooded() {
            return count > FREE;
        }

        private boolean isFull() {
            return count >= free;
        }

        private Window next(Instant now) {
            return new Window(now, isFlooded() ? 0 : FREE, 0, 0, Optional.empty());
        }

        private Window with(Event event) {
            if (!isFull()) {
                return new Window(began, free, count + 1, ends, last);
            }
            var better = event.kind() == EventKind.RESTART || last.isEmpty() || last.get().kind() != EventKind.RESTART;
            return new Window(began, free, count + 1, ends + (event.kind() == EventKind.EXIT ? 1 : 0),
                    better ? Optional.of(event) : last);
        }

        private Optional<Event> summary() {
            return last.map(event -> counting(event, Math.max(1, ends)));
        }
    }

    /// What is to be kept now that there is one more event.
    List<Event> admit(Event event, Instant now) {
        if (!isFrequent(event)) {
            return List.of(event);
        }
        var kept = new ArrayList<Event>();
        windows.compute(key(event), (_, there) -> {
            var window = there == null ? Window.first(now) : there;
            if (window.isOver(now)) {
                window.summary().ifPresent(kept::add);
                window = window.next(now);
            }
            if (!window.isFull()) {
                kept.add(event);
            }
            return window.with(event);
        });
        return kept;
    }

    /// What is to be kept of minutes that are over.
    List<Event> settle(Instant now) {
        var kept = new ArrayList<Event>();
        windows.replaceAll((_, window) -> {
            if (!window.isOver(now)) {
                return window;
            }
            window.summary().ifPresent(kept::add);
            return window.next(now);
        });
        windows.values().removeIf(window -> window.count == 0 && window.free > 0);
        return kept;
    }

    private static boolean isFrequent(Event event) {
        return switch (event.kind()) {
            case START, ONLINE, EXIT, RESTART -> event.actor().isEmpty();
            case CRASH_LOOP, GAVE_UP, STOP, RELOAD, SCALE, DELETE, DAEMON_DOWN, DAEMON_UP, COMMAND -> false;
        };
    }

    private static String key(Event event) {
        return event.id().map(Object::toString).orElse("") + " " + event.process().orElse("");
    }

    private static Event counting(Event event, int ends) {
        var reason = event.reason().map(it -> ends > 1 ? it + " (the last of " + ends + ")" : it);
        return new Event(event.number(), event.at(), event.kind(), event.id(), event.process(), event.namespace(),
                event.cause(), reason, event.actor(), event.ending(), event.standing(), ends, false, OptionalLong.empty());
    }
}
