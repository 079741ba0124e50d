package dev.pm2console.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What `dump.pm2` holds: the list that comes back after a reboot.
///
/// @param at   when it was written
/// @param apps by name, without modules
public record SavedList(Instant at, List<SavedApp> apps) {

    public SavedList {
        apps = List.copyOf(apps);
    }

    /// One entry of the file; a cluster has one for each instance.
    ///
    /// @param name    its name
    /// @param options its configuration under PM2's own option names
    /// @param env     its environment, without the values
    public record SavedApp(String name, Map<String, Object> options, EnvFingerprint env) {

        public SavedApp {
            options = Map.copyOf(options);
        }
    }
}
