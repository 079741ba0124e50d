package dev.pm2console.process;

/// A figure that an application publishes of itself (`axm_monitor`), for example its event-loop lag.
///
/// @param name  what the application calls it, such as `Heap Size`
/// @param value the figure as text, as the application sent it
/// @param unit  such as `MiB`; empty where it has none
public record Probe(String name, String value, String unit) {
}
