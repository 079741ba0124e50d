package dev.pm2console.events;

/// Told of every event, in the order of each process's events, on the thread that found out: returns at once and never throws.
@FunctionalInterface
public interface EventListener {

    void happened(Event event);
}
