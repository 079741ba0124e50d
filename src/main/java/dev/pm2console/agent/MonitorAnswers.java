package dev.pm2console.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pm2console.command.CommandException;
import dev.pm2console.command.Failure;
import dev.pm2console.command.Operation;
import dev.pm2console.command.Requests;
import dev.pm2console.command.Results;

/// What processes use: now, or over some seconds, in which a model that looks once would see nothing.
final class MonitorAnswers {

    private static final int LONGEST = 30;
    private static final String SECONDS = "seconds";

    private MonitorAnswers() {
    }

    static Answer monitor(AgentCall call) {
        var seconds = call.arguments().take(SECONDS);
        var query = call.arguments().query();
        var asked = Requests.monitor(query);
        var first = call.run(Operation.MONITOR, () -> {
            seconds.ifPresent(MonitorAnswers::check);
            return asked;
        });
        var last = first;
        var ranges = new UsageRanges();
        ranges.add(first);
        var most = seconds.map(Integer::parseInt).orElse(0);
        for (var second = 1; second <= most; second++) {
            sleepASecond(call, second, most);
            last = call.also(asked.command());
            ranges.add(last);
        }
        var structured = (ObjectNode) call.tree(last);
        structured.set("sampled", most == 0 ? JsonNodeFactory.instance.nullNode() : ranges.tree(most));
        return new Answer(structured, text(last, structured.path("sampled")));
    }

    static ObjectNode input(ObjectNode schema) {
        schema.withObjectProperty("properties").putObject(SECONDS).put("type", "integer").put("minimum", 1)
                .put("maximum", LONGEST)
                .put("description", "Watch for so long, a sample each second, instead of looking once");
        return schema;
    }

    static ObjectNode output(ObjectNode schema) {
        var sampled = schema.withObjectProperty("properties").putObject("sampled");
        sampled.put("description", "Over all samples, where `seconds` were asked for");
        sampled.putArray("type").add("object").add("null");
        var properties = sampled.putObject("properties");
        properties.putObject(SECONDS).put("type", "integer");
        var process = properties.putObject("processes").put("type", "array").putObject("items").put("type", "object")
                .putObject("properties");
        process.putObject("id").put("type", "integer");
        process.putObject("name").put("type", "string");
        for (var figure : List.of("cpu", "memory")) {
            var range = process.putObject(figure).put("description",
                    figure.equals("cpu") ? "Percent of one core" : "Bytes");
            range.putArray("type").add("object").add("null");
            List.of("min", "mean", "max")
                    .forEach(name -> range.withObjectProperty("properties").putObject(name).put("type", "number"));
        }
        schema.withArrayProperty("required").add("sampled");
        return schema;
    }

    private static void check(String text) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LONGEST) {
            throw CommandException.invalid(SECONDS, "is 1 to " + LONGEST);
        }
    }

    private static void sleepASecond(AgentCall call, int second, int most) {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(new Failure.CalledOff(second, most));
        }
        if (call.course().isCalledOff()) {
            throw new CommandException(new Failure.CalledOff(second, most));
        }
        call.course().reached(second, most, "");
    }

    private static String text(Results.MonitorSample last, JsonNode sampled) {
        var host = Said.host(last.host());
        if (sampled.isObject()) {
            var lines = new ArrayList<String>();
            sampled.path("processes").forEach(process -> lines.add(Untrusted.quoted(process.path("name").asText()) + " (id "
                    + process.path("id").asInt() + "): cpu " + range(process.path("cpu"), false) + ", memory "
                    + range(process.path("memory"), true)));
            return host + " Over " + sampled.path(SECONDS).asInt() + " s, least / mean / most:\n" + Said.lines(lines);
        }
        return host + (last.processes().isEmpty() ? " No processes."
                : "\n" + Said.lines(last.processes().stream()
                        .map(it -> Untrusted.quoted(it.name()) + " (id " + it.id() + "): " + it.status()
                                + Said.figures(it.cpu(), it.memory()) + ", restarts " + it.restarts())
                        .toList()));
    }

    private static String range(JsonNode range, boolean bytes) {
        if (range.isNull()) {
            return "unknown";
        }
        return List.of("min", "mean", "max").stream().map(range::path)
                .map(value -> bytes ? Said.bytes(value.asLong()) : value.asText()).collect(Collectors.joining(" / "));
    }
}
