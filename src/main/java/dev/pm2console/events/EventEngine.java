package dev.pm2console.events;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Finds out what happened, and why, of what the daemon and the console tell.
public final class EventEngine {

    private final List<EventListener> listeners = new CopyOnWriteArrayList<>();

    /// From now on `listener` is told of every event.
    public void listen(EventListener listener) {
        listeners.add(listener);
    }
}
