package dev.pm2console.command;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// One thing that is wrong with what a caller sent.
///
/// @param field   the parameter's public name, such as `max_memory_restart` or `apps[1].script`; empty for the whole
/// @param message what is wrong and what would be right
@RegisterForReflection // written as JSON, also where no resource names the type
public record Violation(String field, String message) {
}
