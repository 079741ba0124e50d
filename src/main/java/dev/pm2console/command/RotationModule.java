package dev.pm2console.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessManager;

/// PM2's module that rotates logs, as the list and PM2's file of module settings have it.
final class RotationModule {

    private static final String NAME = "pm2-logrotate";
    private static final List<String> SETTINGS = List.of("max_size", "retain", "compress", "dateFormat", "workerInterval",
            "rotateInterval", "rotateModule");
    /// A longer file of settings is not read.
    private static final int LONGEST_FILE = 256 << 10;
    /// A longer setting is left out.
    private static final int LONGEST_SETTING = 200;

    private final ProcessManager manager;
    private final ObjectMapper json;

    RotationModule(ProcessManager manager, ObjectMapper json) {
        this.manager = manager;
        this.json = json;
    }

    LogResults.LogRotation look() {
        var installed = manager.remembered().stream().anyMatch(RotationModule::isIt);
        var running = manager.known().stream().anyMatch(process -> isIt(process) && process.status().isUp());
        return new LogResults.LogRotation(NAME, installed, running,
                settings(json, manager.daemon().home().resolve("module_conf.json")));
    }

    private static boolean isIt(ManagedProcess process) {
        return process.module() && process.name().equals(NAME);
    }

    /// Those settings of the module that are known here; none where the file is not one of PM2's.
    static Map<String, String> settings(ObjectMapper json, Path file) {
        var found = new LinkedHashMap<String, String>();
        if (!Files.isRegularFile(file)) {
            return found;
        }
        JsonNode all;
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LONGEST_FILE + 1);
            if (bytes.length > LONGEST_FILE) {
                return found;
            }
            all = json.readTree(bytes);
        } catch (IOException unreadable) {
            return found;
        }
        var own = all.path(NAME);
        for (var name : SETTINGS) {
            Scalars.text(own.path(name)).filter(value -> value.length() <= LONGEST_SETTING)
                    .ifPresent(value -> found.put(name, value));
        }
        return found;
    }
}
