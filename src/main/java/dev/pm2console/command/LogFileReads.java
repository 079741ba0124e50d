package dev.pm2console.command;

import java.util.List;

import dev.pm2console.logs.LinePattern;
import dev.pm2console.logs.LogArchive;
import dev.pm2console.logs.LogDownload;
import dev.pm2console.logs.LogQuery;
import dev.pm2console.logs.LogSearch;

/// The commands that go through whole log files. They work for the list as it is remembered, also while there is no daemon.
final class LogFileReads {

    private final LogTargets targets;
    private final LogArchive archive;
    private final RotationModule rotation;

    LogFileReads(LogTargets targets, LogArchive archive, RotationModule rotation) {
        this.targets = targets;
        this.archive = archive;
        this.rotation = rotation;
    }

    LogResults.LogUsage usage() {
        var usage = archive.usage(targets.remembered(), targets.directory());
        return new LogResults.LogUsage(
                usage.processes().stream().map(it -> new LogResults.LogSize(it.process().id().value(), it.process().name(),
                        it.out(), it.error(), it.rotated(), it.rotatedFiles(), it.total(), it.warning())).toList(),
                usage.total(),
                usage.disk().map(disk -> new LogResults.LogDisk(disk.total(), disk.free(), disk.warning())),
                archive.warnSize(), rotation.look());
    }

    LogSearch search(SearchLogs command) {
        if (command.q().isPresent() && command.regex().isPresent()) {
            throw CommandException.invalid("regex", "is given instead of q, not with it");
        }
        var query = new LogQuery(pattern(command), command.level(), command.from(), command.to(), command.limit(),
                command.context());
        return archive.search(targets.processes(command.process()), LogTargets.streams(command.type()), query)
                .orElseThrow(() -> new CommandException(new Failure.TooManySearches(LogArchive.SEARCHES)));
    }

    LogDownload download(DownloadLog command) {
        var chosen = targets.processes(List.of(command.nameOrId()));
        if (chosen.size() > 1) {
            throw CommandException.invalid("nameOrId", "names one process; this means " + chosen.size());
        }
        return archive.download(chosen.getFirst(), LogTargets.streams(command.type()), command.from(), command.to());
    }

    private static LinePattern pattern(SearchLogs command) {
        try {
            return command.regex().isPresent() ? LinePattern.regex(command.regex().get())
                    : command.q().map(LinePattern::text).orElseGet(LinePattern::any);
        } catch (LinePattern.BadExpression e) {
            throw CommandException.invalid("regex", e.getMessage());
        }
    }
}
