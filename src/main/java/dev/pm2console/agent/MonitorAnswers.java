package dev.pm2console.agent;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        var samples = new ArrayList<>(List.of(first));
        var most = seconds.map(Integer::parseInt).orElse(0);
        for (var second = 1; second <= most; second++) {
            sleepASecond(call, second, most);
            samples.add(call.also(asked.command()));
        }
        var structured = (ObjectNode) call.tree(samples.getLast());
        structured.set("sampled", most == 0 ? JsonNodeFactory.instance.nullNode() : sampled(samples, most));
        return new Answer(structured, text(samples.getLast(), structured.path("sampled")));
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

    private static JsonNode sampled(List<Results.MonitorSample> samples, int seconds) {
        var cpu = new TreeMap<Integer, DoubleSummaryStatistics>();
        var memory = new TreeMap<Integer, DoubleSummaryStatistics>();
        Map<Integer, String> names = new TreeMap<>();
        samples.stream().flatMap(sample -> sample.processes().stream()).forEach(usage -> {
            names.put(usage.id(), usage.name());
            usage.cpu().ifPresent(value -> cpu.computeIfAbsent(usage.id(), _ -> new DoubleSummaryStatistics()).accept(value));
            usage.memory().ifPresent(
                    value -> memory.computeIfAbsent(usage.id(), _ -> new DoubleSummaryStatistics()).accept((double) value));
        });
        var sampled = JsonNodeFactory.instance.objectNode().put(SECONDS, seconds);
        var processes = sampled.putArray("processes");
        names.forEach((id, name) -> {
            var process = processes.addObject().put("id", id).put("name", name);
            process.set("cpu", range(cpu.get(id), 10));
            process.set("memory", range(memory.get(id), 1));
        });
        return sampled;
    }

    /// @param precision parts of one that are told
    private static JsonNode range(DoubleSummaryStatistics values, double precision) {
        if (values == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        return JsonNodeFactory.instance.objectNode().put("min", Math.rint(values.getMin() * precision) / precision)
                .put("mean", Math.rint(values.getAverage() * precision) / precision)
                .put("max", Math.rint(values.getMax() * precision) / precision);
    }

    private static String text(Results.MonitorSample last, JsonNode sampled) {
        var host = Said.host(last.host());
        if (sampled.isObject()) {
            var lines = new ArrayList<String>();
            sampled.path("processes").forEach(process -> lines.add(Untrusted.quoted(process.path("name").asText()) + " (id "
                    + process.path("id").asInt() + "): cpu " + range(process.path("cpu"), false) + ", memory "
                    + range(process.path("memory"), true)));
            return host + " Over " + sampled.path(SECONDS).asInt() + " s, least / mean / most:\n" + String.join("\n", lines);
        }
        return host + (last.processes().isEmpty() ? " No processes."
                : "\n" + last.processes().stream()
                        .map(it -> Untrusted.quoted(it.name()) + " (id " + it.id() + "): " + it.status()
                                + Said.figures(it.cpu(), it.memory()) + ", restarts " + it.restarts())
                        .collect(Collectors.joining("\n")));
    }

    private static String range(JsonNode range, boolean bytes) {
        if (range.isNull()) {
            return "unknown";
        }
        return List.of("min", "mean", "max").stream().map(range::path)
                .map(value -> bytes ? Said.bytes(value.asLong()) : value.asText()).collect(Collectors.joining(" / "));
    }
}
