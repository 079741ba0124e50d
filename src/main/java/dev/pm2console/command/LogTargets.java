package dev.pm2console.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import dev.pm2console.process.LogStream;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.Target;

/// Whose logs a command means: of the list as it is remembered, also while there is no daemon.
final class LogTargets {

    private final ProcessManager manager;

    LogTargets(ProcessManager manager) {
        this.manager = manager;
    }

    /// The processes of these names, each once; all of them where there is no name.
    List<ManagedProcess> processes(List<String> named) {
        if (named.isEmpty()) {
            return all();
        }
        var remembered = manager.remembered();
        var chosen = new LinkedHashMap<ProcessId, ManagedProcess>();
        for (var text : named) {
            var selected = Target.parse(text).select(remembered);
            if (selected.isEmpty()) {
                selected = Target.parse(text).select(manager.processes());
            }
            if (selected.isEmpty()) {
                throw new CommandException(new Failure.ProcessNotFound(text));
            }
            selected.forEach(process -> chosen.put(process.id(), process));
        }
        return List.copyOf(chosen.values());
    }

    /// All of them, modules too; none where no list was seen yet.
    List<ManagedProcess> remembered() {
        return manager.remembered();
    }

    /// Where PM2 writes logs, unless an application wants them elsewhere.
    Path directory() {
        return manager.daemon().home().resolve("logs");
    }

    Optional<ManagedProcess> process(ProcessId id) {
        return all().stream().filter(process -> process.id().equals(id)).findFirst();
    }

    /// @param type `out`, `error` or `combined`
    static List<LogStream> streams(String type) {
        return switch (type) {
            case "out" -> List.of(LogStream.OUT);
            case "error" -> List.of(LogStream.ERROR);
            default -> List.of(LogStream.OUT, LogStream.ERROR);
        };
    }

    private List<ManagedProcess> all() {
        var remembered = manager.remembered();
        return remembered.isEmpty() ? manager.processes() : remembered; // which says why there are none
    }
}
