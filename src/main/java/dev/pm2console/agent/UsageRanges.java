package dev.pm2console.agent;

import java.util.DoubleSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pm2console.command.Results;

/// Between what cpu and memory of processes were over several samples. Keeps none of the samples: many agents may watch many
/// processes.
final class UsageRanges {

    private final Map<Integer, OfProcess> processes = new TreeMap<>();

    private record OfProcess(String name, DoubleSummaryStatistics cpu, DoubleSummaryStatistics memory) {
    }

    void add(Results.MonitorSample sample) {
        sample.processes().forEach(usage -> {
            var process = processes.computeIfAbsent(usage.id(), _ -> new OfProcess(usage.name(), new DoubleSummaryStatistics(),
                    new DoubleSummaryStatistics()));
            usage.cpu().ifPresent(process.cpu);
            usage.memory().ifPresent(bytes -> process.memory.accept((double) bytes));
        });
    }

    /// As the answer has them.
    ObjectNode tree(int seconds) {
        var tree = JsonNodeFactory.instance.objectNode().put("seconds", seconds);
        var list = tree.putArray("processes");
        processes.forEach((id, process) -> {
            var item = list.addObject().put("id", id).put("name", process.name);
            item.set("cpu", range(process.cpu, 10));
            item.set("memory", range(process.memory, 1));
        });
        return tree;
    }

    /// @param precision parts of one that are told
    private static JsonNode range(DoubleSummaryStatistics values, double precision) {
        if (values.getCount() == 0) {
            return JsonNodeFactory.instance.nullNode();
        }
        return JsonNodeFactory.instance.objectNode().put("min", Math.rint(values.getMin() * precision) / precision)
                .put("mean", Math.rint(values.getAverage() * precision) / precision)
                .put("max", Math.rint(values.getMax() * precision) / precision);
    }
}
