package dev.pm2console.alerts;

/// Somebody who is told.
///
/// @param id          its number
/// @param name        what people call it; no two channels have the same
/// @param destination where its messages go
public record Channel(long id, String name, Destination destination) {

    public Channel {
        Bounds.check(name.length(), 1, Bounds.NAME);
    }
}
