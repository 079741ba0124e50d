package dev.pm2console.alerts;

/// The process that an alert is about.
///
/// @param id        PM2's number for it
/// @param name      its name
/// @param namespace its namespace
public record Subject(int id, String name, String namespace) {

    /// `api (id 3)`, as people are told.
    String words() {
        return Wording.plain(name) + " (id " + id + ")";
    }
}
