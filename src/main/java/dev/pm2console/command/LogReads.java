package dev.pm2console.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import dev.pm2console.logs.Level;
import dev.pm2console.logs.LineKey;
import dev.pm2console.logs.LogCursor;
import dev.pm2console.logs.LogLine;
import dev.pm2console.logs.LogPage;
import dev.pm2console.logs.LogStore;
import dev.pm2console.process.LogStream;
import dev.pm2console.process.ManagedProcess;
import dev.pm2console.process.ProcessId;
import dev.pm2console.process.ProcessManager;
import dev.pm2console.process.Target;

/// The commands that read log files. They work for the list as it is remembered, also while there is no daemon.
final class LogReads {

    private final ProcessManager manager;
    private final LogStore logs;

    LogReads(ProcessManager manager, LogStore logs) {
        this.manager = manager;
        this.logs = logs;
    }

    Results.Logs show(Command.ShowLogs command) {
        var processes = processes(command);
        var streams = switch (command.type()) {
            case "out" -> List.of(LogStream.OUT);
            case "error" -> List.of(LogStream.ERROR);
            default -> List.of(LogStream.OUT, LogStream.ERROR);
        };
        try {
            var page = page(command, processes, streams);
            var lines = IntStream.range(0, page.lines().size()).mapToObj(i -> command.raw()
                    ? line(page.lines().get(i), page.raw().get(i))
                    : line(page.lines().get(i), page.lines().get(i).text())).toList();
            return new Results.Logs(lines, page.truncated(), page.before());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Results.LogContext context(Command.LogContext command) {
        var key = key("line", command.line());
        try {
            var process = process(key.id()).orElseThrow(() -> new CommandException(new Failure.LineNotFound(command.line())));
            var context = logs.context(process, key, command.lines())
                    .orElseThrow(() -> new CommandException(new Failure.LineNotFound(command.line())));
            return new Results.LogContext(context.lines().stream().map(line -> line(line, line.text())).toList(),
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

    private List<ManagedProcess> processes(Command.ShowLogs command) {
        var named = new ArrayList<>(command.process());
        command.nameOrId().ifPresent(named::add);
        var remembered = manager.remembered();
        if (named.isEmpty()) {
            return remembered.isEmpty() ? manager.processes() : remembered; // which says why there are none
        }
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

    private Optional<ManagedProcess> process(ProcessId id) {
        var remembered = manager.remembered();
        return (remembered.isEmpty() ? manager.processes() : remembered).stream()
                .filter(process -> process.id().equals(id)).findFirst();
    }

    private static LineKey key(String parameter, String text) {
        return LineKey.parse(text).orElseThrow(
                () -> CommandException.invalid(parameter, "is the key of a line, such as 1764201600000-o-3-811c9dc5"));
    }

    private static Results.Line line(LogLine line, String text) {
        return new Results.Line(line.seq(), line.id().value(), line.process(), line.stream().wire(),
                line.at().map(Instant::toEpochMilli).map(OptionalLong::of).orElse(OptionalLong.empty()),
                line.level().map(Level::wire), line.follows(), text);
    }
}
