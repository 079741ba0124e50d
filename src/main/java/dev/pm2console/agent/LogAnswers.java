package dev.pm2console.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pm2console.accounts.Caller;
import dev.pm2console.command.Command;
import dev.pm2console.command.CommandException;
import dev.pm2console.command.Failure;
import dev.pm2console.command.LogRequests;
import dev.pm2console.command.Operation;
import dev.pm2console.command.Requests;
import dev.pm2console.command.Results;
import dev.pm2console.logs.LogLine;
import dev.pm2console.logs.LogMatch;
import dev.pm2console.logs.LogSearch;

/// What agents read of logs: no more than their clients pass on, with a way to the rest, and marked as data from outside.
final class LogAnswers {

    /// How many lines an answer has at most.
    static final int MOST_LINES = 2_000;
    private static final String TEXT_CUT = "… (the line goes on)";
    /// What a line has besides its text, at most.
    private static final int LINE_BESIDES = 1_024;

    private LogAnswers() {
    }

    /// The last lines. Where they are too many, the newest of them.
    static Answer show(AgentCall call) {
        var arguments = call.arguments();
        var nameOrId = arguments.take("nameOrId");
        var processes = arguments.takeAll("process");
        var query = arguments.query();
        var asked = Requests.showLogs(nameOrId, processes, query);
        var logs = call.run(Operation.SHOW_LOGS, () -> asked);
        var wanted = (Command.ShowLogs) asked.command();
        logs = fitting(call.door(), logs, fewer -> call.also(new Command.ShowLogs(wanted.nameOrId(), wanted.process(), fewer,
                wanted.type(), wanted.raw(), wanted.before(), wanted.beforeKey())));
        var structured = (ObjectNode) call.tree(logs);
        return new Answer(structured.put("notice", Untrusted.NOTICE), text(logs));
    }

    static String text(Results.Logs logs) {
        return (logs.lines().isEmpty() ? "No lines."
                : Untrusted.marked(logs.lines().size(), "log line", "oldest first",
                        logs.lines().stream().map(LogAnswers::line).collect(Collectors.joining("\n"))))
                + logs.before().filter(_ -> logs.truncated())
                        .map(it -> "\nThere are older lines: call again with before=" + it + ".").orElse("");
    }

    /// Looks for lines in files, tells how far it is, and stops when it is called off.
    static Answer search(AgentCall call) {
        var arguments = call.arguments();
        var processes = arguments.takeAll("process");
        var query = arguments.query();
        query.putIfAbsent("limit", "50");
        var search = call.run(Operation.SEARCH_LOGS, () -> LogRequests.search(processes, query));
        var found = new Found(call);
        try {
            search.run(found);
        } catch (IOException e) {
            if (call.course().isCalledOff()) {
                throw new CommandException(new Failure.CalledOff(found.matches, 0));
            }
            if (!found.full) {
                throw new UncheckedIOException(e);
            }
        }
        return found.answer();
    }

    static ObjectNode searchOutput(ApiSchemas api) {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        var match = properties.putObject("matches").put("type", "array").putObject("items").put("type", "object")
                .putObject("properties");
        match.set("line", api.component("Line"));
        match.putObject("before").put("type", "array").set("items", api.component("Line"));
        match.putObject("after").put("type", "array").set("items", api.component("Line"));
        match.putObject("file").put("type", "string").put("description", "The name of its file");
        match.putObject("offset").put("type", "integer").put("description", "Where it begins there");
        properties.putObject("truncated").put("type", "boolean").put("description",
                "Whether there is more than is told: narrow it with from, to, process or level");
        properties.putObject("files").put("type", "integer").put("description", "How many files were searched");
        properties.putObject("bytes").put("type", "integer").put("description", "How many bytes were searched");
        var required = schema.putArray("required");
        List.of("matches", "truncated", "files", "bytes", "notice").forEach(required::add);
        return Untrusted.noticed(schema);
    }

    /// So many of the newest lines as an answer can have. They are asked for anew, as only that tells where the older ones are.
    private static Results.Logs fitting(AgentDoor door, Results.Logs asked, IntFunction<Results.Logs> fewer) {
        var logs = asked;
        for (var count = count(door, logs.lines()); count < logs.lines().size(); count = count(door, logs.lines())) {
            logs = fewer.apply(count);
        }
        return logs.lines().size() == 1
                ? new Results.Logs(List.of(cut(logs.lines().getFirst())), logs.truncated(), logs.before())
                : logs;
    }

    /// How many of the lines, counted from the newest, an answer can have; at least one.
    private static int count(AgentDoor door, List<Results.Line> lines) {
        var bytes = 0;
        for (var i = lines.size() - 1; i >= 0; i--) {
            bytes += Fitting.size(door.tree(lines.get(i)));
            var count = lines.size() - i;
            if (bytes > Fitting.MOST_BYTES || count > MOST_LINES) {
                return Math.max(1, count - 1);
            }
        }
        return lines.size();
    }

    /// Leaves so much of a line that it fits alone.
    private static Results.Line cut(Results.Line line) {
        var most = (Fitting.MOST_BYTES - LINE_BESIDES) / 6; // each character may take six bytes of JSON
        return line.text().length() <= most ? line
                : new Results.Line(line.seq(), line.id(), line.process(), line.stream(), line.at(), line.level(),
                        line.follows(),
                        line.text().substring(0, most) + TEXT_CUT);
    }

    private static String line(Results.Line line) {
        return line.at().map(at -> at + " ").orElse("") + Untrusted.quoted(line.process()) + " " + line.stream() + " | "
                + line.text();
    }

    /// Takes what a search finds, as much as an answer can have.
    private static final class Found implements LogSearch.Results {
        private final AgentCall call;
        private final ObjectNode structured;
        private final StringBuilder text = new StringBuilder();
        private int matches;
        private int size;
        private boolean full;

        Found(AgentCall call) {
            this.call = call;
            this.structured = JsonNodeFactory.instance.objectNode();
            structured.putArray("matches");
        }

        @Override
        public void progress(long files, long bytes, long totalBytes) {
            structured.put("files", files).put("bytes", bytes);
            call.course().reached((int) (bytes >> 10), (int) (totalBytes >> 10), "KiB read, " + files + " files done");
        }

        @Override
        public void match(LogMatch match) {
            var item = item(match);
            size += Fitting.size(item);
            full = full || size > Fitting.MOST_BYTES;
            if (!full) {
                take(match, item);
            } else if (matches == 0) { // without the lines around it fits
                var alone = new LogMatch(match.line(), List.of(), List.of(), match.file(), match.offset());
                take(alone, item(alone));
            }
        }

        private void take(LogMatch match, ObjectNode item) {
            matches++;
            structured.withArrayProperty("matches").add(item);
            match.before().forEach(line -> say("  ", line));
            say("> ", match.line());
            match.after().forEach(line -> say("  ", line));
        }

        private ObjectNode item(LogMatch match) {
            var item = JsonNodeFactory.instance.objectNode();
            item.set("line", line(match.line()));
            item.set("before", call.tree(match.before().stream().map(this::line).toList()));
            item.set("after", call.tree(match.after().stream().map(this::line).toList()));
            return item.put("file", match.file()).put("offset", match.offset());
        }

        @Override
        public void end(int matches, boolean truncated) {
            structured.put("truncated", truncated);
        }

        @Override
        public boolean isGone() {
            return full || call.course().isCalledOff();
        }

        Answer answer() {
            structured.put("truncated", full || structured.path("truncated").asBoolean()).put("notice", Untrusted.NOTICE);
            var more = structured.path("truncated").asBoolean()
                    ? "\nThere is more: narrow it with from, to, process or level."
                    : "";
            return new Answer(structured, (matches == 0 ? "No line found."
                    : Untrusted.marked(matches, "found line", "newest first", text.toString())) + more);
        }

        private JsonNode line(LogLine line) {
            return call.tree(cut(Results.Line.of(line)));
        }

        private void say(String before, LogLine line) {
            text.append(before).append(LogAnswers.line(cut(Results.Line.of(line)))).append('\n');
        }
    }

    /// The recent lines of a process, marked.
    static String recent(AgentDoor door, Caller caller, String nameOrId, int lines) {
        IntFunction<Command.ShowLogs> last = count -> new Command.ShowLogs(Optional.of(nameOrId), List.of(), count, "combined",
                false, Optional.empty(), Optional.empty());
        return text(fitting(door, door.read(caller, last.apply(lines)), fewer -> door.also(caller, last.apply(fewer))));
    }
}
