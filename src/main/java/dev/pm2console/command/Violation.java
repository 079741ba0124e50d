package dev.pm2console.command;

/// One thing that is wrong with what a caller sent.
///
/// @param field   the parameter's public name, such as `max_memory_restart` or `apps[1].script`; empty for the whole
/// @param message what is wrong and what would be right
public record Violation(String field, String message) {
}
