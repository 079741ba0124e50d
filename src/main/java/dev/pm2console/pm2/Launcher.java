package dev.pm2console.pm2;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.process.AppDefinition;

/// Starts what the daemon does not run yet, and the daemon where there is none. That takes PM2's command: preparing an
/// application is its work, and not the daemon's.
final class Launcher {

    private final Pm2Command command;
    private final DumpFile dump;
    private final DaemonWatch watch;
    private final ObjectMapper json;

    Launcher(Pm2Command command, DumpFile dump, DaemonWatch watch, ObjectMapper json) {
        this.command = command;
        this.dump = dump;
        this.watch = watch;
        this.json = json;
    }

    /// Starts these applications; those that are there already are restarted or reloaded.
    void launch(List<AppDefinition> apps, boolean reload) {
        try {
            command.launch(json.writeValueAsBytes(Map.of("apps", apps.stream().map(Launcher::record).toList())), reload,
                    apps.stream().mapToInt(Launcher::instances).sum());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } finally {
            watch.wake();
        }
    }

    /// Starts what the saved list has and the daemon has not.
    void resurrect() {
        try {
            command.run(dump.read().map(list -> list.apps().size()).orElse(1), "resurrect");
        } finally {
            watch.wake();
        }
    }

    private static Map<String, Object> record(AppDefinition app) {
        var record = new LinkedHashMap<String, Object>();
        record.put("name", app.name());
        record.putAll(app.options());
        return record;
    }

    /// How many processes this application will be.
    private static int instances(AppDefinition app) {
        return app.options().get("instances") instanceof Integer count ? count : 1;
    }
}
