package dev.pm2console.command;

import java.util.LinkedHashSet;
import java.util.List;

import dev.pm2console.logs.LinePattern;
import dev.pm2console.logs.LogArchive;
import dev.pm2console.logs.LogDownload;
import dev.pm2console.logs.LogQuery;
import dev.pm2console.logs.LogSearch;
import dev.pm2console.process.LogStream;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.Target;

/// The commands that go through whole log files. They work for the list as it is remembered, also while there is no daemon.
final class LogFileReads {

    private final ProcessManager manager;
    private final LogArchive archive;

    LogFileReads(ProcessManager manager, LogArchive archive) {
        this.manager = manager;
        this.archive = archive;
    }

    LogSearch search(SearchLogs command) {
        if (command.q().isPresent() && command.regex().isPresent()) {
            throw CommandException.invalid("regex", "is given instead of q, not with it");
        }
        var query = new LogQuery(pattern(command), command.level(), command.from(), command.to(), command.limit(),
                command.context());
        return archive.search(processes(command.process()), streams(command.type()), query)
                .orElseThrow(() -> new CommandException(new Failure.TooManySearches(LogArchive.SEARCHES)));
    }

    LogDownload download(DownloadLog command) {
        var chosen = processes(List.of(command.nameOrId()));
        if (chosen.size() > 1) {
            throw CommandException.invalid("nameOrId", "names one process; this means " + chosen.size());
        }
        return archive.download(chosen.getFirst(), streams(command.type()));
    }

    private static LinePattern pattern(SearchLogs command) {
        try {
            return command.regex().isPresent() ? LinePattern.regex(command.regex().get())
                    : command.q().map(LinePattern::text).orElseGet(LinePattern::any);
        } catch (LinePattern.BadExpression e) {
            throw CommandException.invalid("regex", e.getMessage());
        }
    }

    private static List<LogStream> streams(String type) {
        return switch (type) {
            case "out" -> List.of(LogStream.OUT);
            case "error" -> List.of(LogStream.ERROR);
            default -> List.of(LogStream.OUT, LogStream.ERROR);
        };
    }

    private List<ManagedProcess> processes(List<String> named) {
        var remembered = manager.remembered();
        if (named.isEmpty()) {
            return remembered.isEmpty() ? manager.processes() : remembered; // which says why there are none
        }
        var chosen = new LinkedHashSet<ManagedProcess>();
        for (var text : named) {
            var selected = Target.parse(text).select(remembered);
            selected = selected.isEmpty() ? Target.parse(text).select(manager.processes()) : selected;
            if (selected.isEmpty()) {
                throw new CommandException(new Failure.ProcessNotFound(text));
            }
            chosen.addAll(selected);
        }
        return List.copyOf(chosen);
    }
}
