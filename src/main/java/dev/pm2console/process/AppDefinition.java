package dev.pm2console.process;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// An application to start, under PM2's own option names. Whoever makes one has checked every option: PM2 will run what
/// it says.
///
/// @param name    its name
/// @param options everything else: text, numbers, booleans, lists of text, and `env` as a map of text
public record AppDefinition(String name, Map<String, Object> options) {

    public AppDefinition {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /// Its name only: options may hold secrets.
    @Override
    public String toString() {
        return "AppDefinition[" + name + "]";
    }
}
