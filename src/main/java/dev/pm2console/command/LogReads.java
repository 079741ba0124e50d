package dev.pm2console.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.pm2console.logs.LineKey;
import dev.pm2console.logs.LogCursor;
import dev.pm2console.logs.LogPage;
import dev.pm2console.logs.LogStore;
import dev.pm2console.process.LogStream;
import dev.pm2console.process.ManagedProcess;

/// The commands that read log files. They work for the list as it is remembered, also while there is no daemon.
final class LogReads {

    private final LogTargets targets;
    private final LogStore logs;

    LogReads(LogTargets targets, LogStore logs) {
        this.targets = targets;
        this.logs = logs;
    }

    Results.Logs show(Command.ShowLogs command) {
        var named = new ArrayList<>(command.process());
        command.nameOrId().ifPresent(named::add);
        var processes = targets.processes(named);
        try {
            var page = page(command, processes, LogTargets.streams(command.type()));
            var lines = IntStream.range(0, page.lines().size()).mapToObj(i -> command.raw()
                    ? Results.Line.of(page.lines().get(i), page.raw().get(i))
                    : Results.Line.of(page.lines().get(i))).toList();
            return new Results.Logs(lines, page.truncated(), page.before());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Results.LogContext context(Command.LogContext command) {
        var key = key("line", command.line());
        try {
            var process = targets.process(key.id())
                    .orElseThrow(() -> new CommandException(new Failure.LineNotFound(command.line())));
            var context = logs.context(process, key, command.lines())
                    .orElseThrow(() -> new CommandException(new Failure.LineNotFound(command.line())));
            return new Results.LogContext(context.lines().stream().map(Results.Line::of).toList(),
                    context.index(), context.before());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LogPage page(Command.ShowLogs command, List<ManagedProcess> processes, List<LogStream> streams)
            throws IOException {
        if (command.before().isPresent() && command.beforeKey().isPresent()) {
            throw CommandException.invalid("beforeKey", "is given instead of before, not with it");
        }
        if (command.before().isPresent()) {
            var cursor = LogCursor.parse(command.before().get()).orElseThrow(
                    () -> CommandException.invalid("before", "is what an earlier answer has as its before"));
            return logs.before(processes, streams, command.lines(), cursor);
        }
        if (command.beforeKey().isPresent()) {
            var key = key("beforeKey", command.beforeKey().get());
            return logs.before(processes, streams, command.lines(), key)
                    .orElseThrow(() -> new CommandException(new Failure.LineNotFound(key.toString())));
        }
        return logs.tail(processes, streams, command.lines());
    }

    private static LineKey key(String parameter, String text) {
        return LineKey.parse(text).orElseThrow(
                () -> CommandException.invalid(parameter, "is the key of a line, such as 1764201600000-o-3-811c9dc5"));
    }
}
